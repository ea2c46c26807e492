package com.bizosaas.adsdesk.sandbox.fleet;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/// Something to buy before a plain wall, drawn into the unit square: a jacket, a boot, a cup, a bottle or a backpack.
final class Goods {

    private final Graphics2D canvas;
    private final Palette palette;
    private final Dice dice;

    Goods(Graphics2D canvas, Palette palette, Dice dice) {
        this.canvas = canvas;
        this.palette = palette;
        this.dice = dice;
    }

    void draw() {
        box(palette.sky(), -0.1, -0.1, 1.2, 1.2, 0);
        if (dice.chance(0.4)) {
            oval(palette.light(), 0.14, 0.12, 0.72, 0.72);
        }
        canvas.setColor(new Color(0, 0, 0, 22));
        canvas.fill(new Ellipse2D.Double(0.22, 0.86, 0.56, 0.05));
        switch (dice.below(5)) {
            case 0, 1 -> jacket();
            case 2 -> boot();
            case 3 -> cup();
            default -> backpack();
        }
    }

    private void jacket() {
        sleeve(-1);
        sleeve(1);
        Path2D body = new Path2D.Double();
        body.moveTo(0.36, 0.24);
        body.curveTo(0.42, 0.2, 0.58, 0.2, 0.64, 0.24);
        body.lineTo(0.72, 0.32);
        body.lineTo(0.7, 0.86);
        body.lineTo(0.3, 0.86);
        body.lineTo(0.28, 0.32);
        body.closePath();
        fill(palette.far(), body);
        Path2D hood = new Path2D.Double();
        hood.moveTo(0.38, 0.25);
        hood.curveTo(0.38, 0.1, 0.62, 0.1, 0.62, 0.25);
        hood.curveTo(0.56, 0.3, 0.44, 0.3, 0.38, 0.25);
        fill(palette.near(), hood);
        box(palette.near(), 0.492, 0.27, 0.016, 0.59, 0);
        box(palette.accent(), 0.56, 0.38, 0.07, 0.04, 0.01);
        line(palette.near(), 0.34, 0.66, 0.43, 0.66, 0.012);
        line(palette.near(), 0.57, 0.66, 0.66, 0.66, 0.012);
    }

    private void sleeve(int side) {
        Path2D sleeve = new Path2D.Double();
        sleeve.moveTo(0.5 + side * 0.15, 0.25);
        sleeve.curveTo(0.5 + side * 0.26, 0.28, 0.5 + side * 0.31, 0.5, 0.5 + side * 0.34, 0.74);
        sleeve.lineTo(0.5 + side * 0.23, 0.77);
        sleeve.lineTo(0.5 + side * 0.16, 0.44);
        sleeve.closePath();
        fill(palette.middle(), sleeve);
    }

    private void boot() {
        Path2D boot = new Path2D.Double();
        boot.moveTo(0.3, 0.18);
        boot.lineTo(0.52, 0.18);
        boot.lineTo(0.54, 0.52);
        boot.curveTo(0.66, 0.58, 0.8, 0.58, 0.82, 0.76);
        boot.lineTo(0.82, 0.8);
        boot.lineTo(0.28, 0.8);
        boot.closePath();
        fill(palette.far(), boot);
        box(palette.ground(), 0.26, 0.79, 0.58, 0.07, 0.02);
        for (int i = 0; i < 4; i++) {
            line(palette.accent(), 0.4, 0.28 + i * 0.085, 0.51, 0.27 + i * 0.085, 0.018);
        }
        box(palette.near(), 0.3, 0.18, 0.22, 0.035, 0);
    }

    private void cup() {
        canvas.setColor(palette.middle());
        canvas.setStroke(new BasicStroke(0.045f));
        canvas.draw(new Ellipse2D.Double(0.6, 0.44, 0.2, 0.22));
        box(palette.far(), 0.28, 0.36, 0.4, 0.48, 0.1);
        box(palette.near(), 0.28, 0.36, 0.4, 0.05, 0.03);
        oval(palette.accent(), 0.4, 0.52, 0.16, 0.16);
        for (int i = 0; i < 3; i++) {
            Path2D steam = new Path2D.Double();
            double x = 0.38 + i * 0.1;
            steam.moveTo(x, 0.31);
            steam.curveTo(x - 0.05, 0.25, x + 0.05, 0.2, x, 0.13);
            canvas.setColor(new Color(255, 255, 255, 190));
            canvas.setStroke(new BasicStroke(0.018f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            canvas.draw(steam);
        }
    }

    private void backpack() {
        canvas.setColor(palette.near());
        canvas.setStroke(new BasicStroke(0.03f));
        canvas.draw(new Ellipse2D.Double(0.43, 0.12, 0.14, 0.12));
        box(palette.middle(), 0.22, 0.5, 0.56, 0.3, 0.08);
        box(palette.far(), 0.28, 0.18, 0.44, 0.68, 0.16);
        box(palette.near(), 0.33, 0.54, 0.34, 0.26, 0.07);
        box(palette.accent(), 0.33, 0.6, 0.34, 0.02, 0);
        box(palette.near(), 0.28, 0.38, 0.44, 0.025, 0);
        box(palette.accent(), 0.46, 0.28, 0.08, 0.045, 0.015);
    }

    private void fill(Color color, Path2D shape) {
        canvas.setColor(color);
        canvas.fill(shape);
    }

    private void box(Color color, double x, double y, double width, double height, double round) {
        canvas.setColor(color);
        canvas.fill(new RoundRectangle2D.Double(x, y, width, height, round, round));
    }

    private void oval(Color color, double x, double y, double width, double height) {
        canvas.setColor(color);
        canvas.fill(new Ellipse2D.Double(x, y, width, height));
    }

    private void line(Color color, double x1, double y1, double x2, double y2, double width) {
        canvas.setColor(color);
        canvas.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.draw(new Line2D.Double(x1, y1, x2, y2));
    }
}
