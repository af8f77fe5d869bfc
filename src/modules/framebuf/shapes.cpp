// Curved and slanted shapes.
#include <algorithm>

#include "modules/framebuf/canvas.hpp"

namespace krait::framebuf {

namespace {

class EllipsePainter {
  public:
    EllipsePainter(Canvas& canvas, Point center, u32 color, bool filled, u32 quadrants)
        : canvas_(canvas),
          center_{cut(center.x), cut(center.y)},
          color_(color),
          filled_(filled),
          quadrants_(quadrants) {}

    // The points at this distance from the center, in the quadrants that are asked for.
    void points(isize x, isize y) {
        if (quadrants_ & 1) point(x, -y);
        if (quadrants_ & 2) point(-x, -y);
        if (quadrants_ & 4) point(-x, y);
        if (quadrants_ & 8) point(x, y);
    }

  private:
    void point(isize dx, isize dy) {
        const isize y = center_.y + dy;
        if (!filled_) return canvas_.plot(center_.x + dx, y, color_);
        canvas_.fill({center_.x + std::min<isize>(dx, 0), y, std::abs(dx) + 1, 1}, color_);
    }

    Canvas& canvas_;
    Point center_;
    u32 color_;
    bool filled_;
    u32 quadrants_;
};

// Follows one quarter from where it leaves the first axis to where it is as steep as the other, by
// John Kennedy's integer algorithm: `error` is how far the point is off the curve, and the inner
// coordinate steps when that makes it smaller. `plot(outer, inner)`.
template <class Plot>
void walk_arc(i64 inner_radius, i64 outer_radius, Plot plot) {
    const i64 inner2 = inner_radius * inner_radius, outer2 = outer_radius * outer_radius;
    i64 inner = inner_radius, outer = 0, error = 0;
    i64 inner_change = outer2 * (1 - 2 * inner_radius), outer_change = inner2;
    i64 inner_stop = 2 * outer2 * inner_radius, outer_stop = 0;
    while (inner_stop >= outer_stop) {
        plot(outer, inner);
        ++outer;
        outer_stop += 2 * inner2;
        error += outer_change;
        outer_change += 2 * inner2;
        if (2 * error + inner_change > 0) {
            --inner;
            inner_stop -= 2 * outer2;
            error += inner_change;
            inner_change += 2 * outer2;
        }
    }
}

// Each edge of the polygon, against the order of its corners (that decides how is rounded).
template <class Each>
void for_edges(const Corners& corners, Each each) {
    const usize count = corners.count();
    for (usize i = 0; i < count; ++i) each(corners[i + 1 == count ? 0 : i + 1], corners[i]);
}

// Where an edge crosses the scan line, rounded.
isize crossing(Point a, Point b, isize y) {
    const i64 across = i64{b.x - a.x} * (y - a.y) * 32 / (b.y - a.y);
    return static_cast<isize>((i64{a.x} * 32 + across + 16) >> 5);
}

// Fills between the crossings of a scan line. They are not kept but looked for again, one after the
// other: there is no room for them whose size would be known.
void fill_between_edges(Canvas& canvas, const Corners& corners, isize y, u32 color) {
    isize from = 0, last = -kFar;
    bool inside = false;
    for (;;) {
        // The smallest crossing behind `last`, and how many there are at that place.
        isize next = kFar;
        usize same = 0;
        for_edges(corners, [&](Point a, Point b) {
            if ((a.y > y) == (b.y > y)) return;
            const isize x = crossing(a, b, y);
            if (x <= last || x > next) return;
            same = x == next ? same + 1 : 1;
            next = x;
        });
        if (same == 0) return;
        for (; same > 0; --same) {
            if (inside) canvas.fill({from, y, next - from + 1, 1}, color);
            from = next;
            inside = !inside;
        }
        last = next;
    }
}

// An edge counts as crossed by the lines above its lower end: that end, and level edges.
void fill_lower_ends(Canvas& canvas, const Corners& corners, u32 color) {
    for_edges(corners, [&](Point a, Point b) {
        if (a.y == b.y)
            canvas.line(a, b, color);
        else
            canvas.plot(a.y > b.y ? a.x : b.x, std::max(a.y, b.y), color);
    });
}

}  // namespace

void Canvas::ellipse(Point center, isize x_radius, isize y_radius, u32 color, bool filled,
                     u32 quadrants) {
    EllipsePainter paint(*this, center, color, filled, quadrants);
    if (x_radius == 0 && y_radius == 0) {
        if (quadrants & 15) plot(cut(center.x), cut(center.y), color);
        return;
    }
    walk_arc(x_radius, y_radius,
             [&](i64 y, i64 x) { paint.points(static_cast<isize>(x), static_cast<isize>(y)); });
    walk_arc(y_radius, x_radius,
             [&](i64 x, i64 y) { paint.points(static_cast<isize>(x), static_cast<isize>(y)); });
}

void draw_polygon(Canvas& canvas, const Corners& corners, u32 color) {
    for_edges(corners, [&](Point a, Point b) { canvas.line(a, b, color); });
}

void fill_polygon(Canvas& canvas, const Corners& corners, u32 color) {
    isize top = canvas.height, bottom = -1;
    for_edges(corners, [&](Point a, Point) {
        top = std::min(top, a.y);
        bottom = std::max(bottom, a.y);
    });
    top = std::max<isize>(top, 0);
    bottom = std::min<isize>(bottom, canvas.height - 1);
    for (isize y = top; y <= bottom; ++y) fill_between_edges(canvas, corners, y, color);
    fill_lower_ends(canvas, corners, color);
}

}  // namespace krait::framebuf
