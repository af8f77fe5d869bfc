// Pixels in memory, and shapes made of them. Knows no Python.
//
// A Canvas is a rectangle of pixels in one of the formats; `stride` is the width that rows have in
// memory. Every operation clips to the rectangle, so no coordinate can reach outside of the memory
// that bytes_needed() asks for. Coordinates are taken as they come and cut to +-kFar, where sums of
// a few of them still fit; the ends of slanted lines are cut to +-kLineFar, so that drawing one
// takes a bounded time.
#pragma once

#include "base/types.hpp"

namespace krait::framebuf {

// The numbers are MicroPython's.
enum class Format : u8 {
    MonoVlsb = 0,  // a byte is 8 pixels below one another, the lowest bit on top
    Rgb565 = 1,    // two bytes, as the machine orders them
    Gs4Hmsb = 2,   // the high half of a byte is the left pixel
    MonoHlsb = 3,  // the highest bit is the leftmost pixel
    MonoHmsb = 4,  // the lowest bit is the leftmost pixel
    Gs2Hmsb = 5,   // the lowest two bits are the leftmost pixel
    Gs8 = 6,
};
constexpr isize kFormats = 7;
constexpr isize kGlyphSide = 8;  // pixels of a character's cell

constexpr isize kFar = isize{1} << 28, kLineFar = 0xffff, kMaxRadius = 0x7fff;
// More pixels in a row, or rows, are refused.
constexpr isize kMaxSide = 0xffff;

struct Rect {
    isize x, y, width, height;
};
struct Point {
    isize x, y;
};

struct Canvas {
    u8* data = nullptr;
    i32 width = 0, height = 0, stride = 0;  // a fresh one has no pixels
    Format format = Format::MonoVlsb;

    // Requires: the sides are 1 to kMaxSide, width <= stride.
    u64 bytes_needed() const;
    // Rounds the stride up to whole bytes.
    void align_stride();

    bool has(isize x, isize y) const { return x >= 0 && y >= 0 && x < width && y < height; }
    u32 get(isize x, isize y) const;        // Requires: has(x, y)
    void set(isize x, isize y, u32 color);  // Requires: has(x, y)
    void plot(isize x, isize y, u32 color) {
        if (has(x, y)) set(x, y, color);
    }
    void fill(Rect area, u32 color);
    void outline(Rect area, u32 color);
    void line(Point from, Point to, u32 color);
    // `quadrants`: bit 0 is the one at the upper right, and so on against the clock. Requires:
    // radii of 0 to kMaxRadius.
    void ellipse(Point center, isize x_radius, isize y_radius, u32 color, bool filled,
                 u32 quadrants);
    // Moves what is there; what is uncovered stays as it was.
    void scroll(isize x_step, isize y_step);
    // One character cell of 8x8 pixels; what the font lacks is a checked box.
    void glyph(u32 code_point, Point at, u32 color);
    // Copies `from`, whose pixels of color `key` (-1: none) are transparent. With a palette, a
    // pixel's color is that of the palette's pixel of that number in its first row; where the
    // palette ends, pixels are transparent.
    void blit(const Canvas& from, Point at, i64 key, const Canvas* palette);
};

// The corners of a polygon, as they are stored.
class Corners {
  public:
    virtual usize count() const = 0;
    virtual Point operator[](usize i) const = 0;  // within +-kLineFar

  protected:
    ~Corners() = default;
};
void draw_polygon(Canvas& canvas, const Corners& corners, u32 color);
// By the even-odd rule: from edge to edge of each line of pixels.
void fill_polygon(Canvas& canvas, const Corners& corners, u32 color);

constexpr isize cut(isize coordinate, isize far = kFar) {
    return coordinate < -far ? -far : coordinate > far ? far : coordinate;
}

}  // namespace krait::framebuf
