package com.bizosaas.adsdesk.sandbox.fleet;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// A view of mountains under a sun or a moon, drawn into the unit square; with a tent, a road, trees or a lake in front.
final class Landscape {

    private final Graphics2D canvas;
    private final Palette palette;
    private final Dice dice;
    private final boolean night;

    Landscape(Graphics2D canvas, Palette palette, Dice dice, boolean night) {
        this.canvas = canvas;
        this.palette = palette;
        this.dice = dice;
        this.night = night;
    }

    void draw() {
        fill(palette.sky(), 0, 0, 1, 1);
        if (night) {
            stars();
        }
        double size = dice.between(0.1, 0.16);
        circle(palette.light(), dice.between(0.2, 0.8), dice.between(0.18, 0.32), size / 2);
        ridge(palette.far(), 0.42, 0.16);
        ridge(palette.middle(), 0.56, 0.14);
        ridge(palette.near(), 0.7, 0.1);
        fill(palette.ground(), 0, 0.86, 1, 0.14);
        hill();
        switch (dice.below(4)) {
            case 0 -> tent(dice.between(0.3, 0.7));
            case 1 -> road();
            case 2 -> trees();
            default -> lake();
        }
    }

    private void stars() {
        for (int i = 0; i < 26; i++) {
            circle(new Color(255, 255, 255, dice.between(70, 200)), dice.between(0.0, 1.0), dice.between(0.0, 0.45),
                    dice.between(0.002, 0.005));
        }
    }

    private void ridge(Color color, double base, double height) {
        Path2D path = new Path2D.Double();
        path.moveTo(-0.05, 1);
        double x = -0.05;
        boolean peak = dice.chance(0.5);
        path.lineTo(x, base);
        while (x < 1.05) {
            x += dice.between(0.09, 0.17);
            double y = base + (peak ? -dice.between(0.4, 1.0) : dice.between(0.0, 0.4)) * height;
            path.lineTo(x, y);
            peak = !peak;
        }
        path.lineTo(1.1, 1);
        path.closePath();
        canvas.setColor(color);
        canvas.fill(path);
    }

    private void hill() {
        Path2D path = new Path2D.Double();
        path.moveTo(-0.05, 1);
        path.lineTo(-0.05, 0.88);
        path.curveTo(0.25, dice.between(0.76, 0.84), 0.6, dice.between(0.86, 0.94), 1.05, dice.between(0.78, 0.86));
        path.lineTo(1.05, 1);
        path.closePath();
        canvas.setColor(palette.ground());
        canvas.fill(path);
    }

    private void tent(double x) {
        triangle(palette.accent(), x - 0.17, 0.9, x, 0.7, x + 0.17, 0.9);
        triangle(palette.shade(), x - 0.05, 0.9, x, 0.7, x + 0.05, 0.9);
    }

    private void road() {
        Path2D path = new Path2D.Double();
        double foot = dice.between(0.35, 0.65);
        path.moveTo(foot, 1.02);
        path.curveTo(foot + 0.22, 0.93, foot - 0.2, 0.88, foot + 0.08, 0.8);
        path.curveTo(foot + 0.18, 0.76, foot + 0.1, 0.71, foot + 0.02, 0.69);
        canvas.setColor(palette.accent());
        canvas.setStroke(new BasicStroke(0.022f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.draw(path);
    }

    private void trees() {
        int count = dice.between(4, 9);
        for (int i = 0; i < count; i++) {
            double x = dice.between(0.04, 0.96);
            double foot = dice.between(0.86, 0.96);
            double height = dice.between(0.1, 0.2);
            fill(palette.shade(), x - 0.006, foot - 0.01, 0.012, 0.03);
            Color leaf = i % 2 == 0 ? palette.near() : palette.middle();
            triangle(leaf, x - height * 0.3, foot, x, foot - height * 0.7, x + height * 0.3, foot);
            triangle(leaf, x - height * 0.22, foot - height * 0.4, x, foot - height, x + height * 0.22,
                    foot - height * 0.4);
        }
    }

    private void lake() {
        canvas.setColor(palette.far());
        canvas.fill(new Ellipse2D.Double(dice.between(0.0, 0.3), 0.83, dice.between(0.6, 0.8), 0.13));
        canvas.setColor(palette.light());
        for (int i = 0; i < 4; i++) {
            canvas.fill(new Ellipse2D.Double(dice.between(0.3, 0.6), dice.between(0.86, 0.93),
                    dice.between(0.06, 0.14), 0.006));
        }
    }

    private void fill(Color color, double x, double y, double width, double height) {
        canvas.setColor(color);
        canvas.fill(new Rectangle2D.Double(x, y, width, height));
    }

    private void circle(Color color, double x, double y, double radius) {
        canvas.setColor(color);
        canvas.fill(new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2));
    }

    private void triangle(Color color, double x1, double y1, double x2, double y2, double x3, double y3) {
        Path2D path = new Path2D.Double();
        path.moveTo(x1, y1);
        path.lineTo(x2, y2);
        path.lineTo(x3, y3);
        path.closePath();
        canvas.setColor(color);
        canvas.fill(path);
    }
}
