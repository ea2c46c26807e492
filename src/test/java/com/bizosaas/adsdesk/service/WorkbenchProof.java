package com.bizosaas.adsdesk.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/// `packaging/proof workbench`: the model for many seeds and operations, and many kills at random moments.
final class WorkbenchProof {

    private WorkbenchProof() {
    }

    static void main(String[] arguments) throws Exception {
        int seeds = option(arguments, "--seeds", 3);
        int operations = option(arguments, "--operations", 500);
        int kills = option(arguments, "--kills", 20);
        int first = option(arguments, "--first", 1);
        for (int seed = first; seed < first + seeds; seed++) {
            Path folder = Files.createTempDirectory("workbench-proof");
            long start = System.nanoTime();
            try (SandboxDesk at = new SandboxDesk(folder.resolve("desk"))) {
                WorkbenchModel model = new WorkbenchModel(at, seed);
                model.run(operations);
                System.out.printf("seed %d: %d operations %s: Facebook's state equals the model's, %.1f s%n", seed,
                        operations, model.counts(), (System.nanoTime() - start) / 1e9);
            }
        }
        Random random = new Random(1);
        try (WorkbenchKills desk = new WorkbenchKills(Files.createTempDirectory("workbench-kills"))) {
            desk.whileDrafting(25);
            System.out.println("killed while drafting: every acknowledged edit is there, and its undo");
            desk.whileTyping(10);
            System.out.println("killed while typing a launch: 12 ads with their images, at the last key");
            for (int i = 1; i <= kills; i++) {
                Duration after = Duration.ofMillis(random.nextInt(700));
                desk.whilePublishing(i, after);
                System.out.printf("killed %d ms into a batch of 60: 60 made, none twice%n", after.toMillis());
                Duration later = Duration.ofMillis(random.nextInt(1500));
                desk.whileLaunching(1000 + i, later);
                System.out.printf("killed %d ms into a launch of 27: 24 ads, each with its creative, none twice%n",
                        later.toMillis());
                later = Duration.ofMillis(random.nextInt(700));
                int rows = desk.whilePublishingTrees(3000 + i, later);
                System.out.printf("killed %d ms into trees of %d rows: each made once%n", later.toMillis(), rows);
                if (i % 4 == 0) {
                    desk.whilePaused(2000 + i);
                    System.out.println("killed while paused: still paused, went on by a click, 60 made, none twice");
                }
            }
        }
        System.exit(0);
    }

    private static int option(String[] arguments, String name, int otherwise) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals(name)) {
                return Integer.parseInt(arguments[i + 1]);
            }
        }
        return otherwise;
    }
}
