#include "modules/framebuf/canvas.hpp"

#include <algorithm>
#include <cstring>

#include "modules/framebuf/font.hpp"

namespace krait::framebuf {

namespace {

// Pixels to the byte (of a row, or of a column for MonoVlsb), and bits of a pixel.
constexpr int bits_of(Format f) {
    switch (f) {
        case Format::Rgb565: return 16;
        case Format::Gs8: return 8;
        case Format::Gs4Hmsb: return 4;
        case Format::Gs2Hmsb: return 2;
        default: return 1;
    }
}

// Where a pixel's bits stand in its byte.
template <Format F>
constexpr unsigned shift_of(isize x, isize y) {
    if constexpr (F == Format::MonoVlsb) return y & 7;
    if constexpr (F == Format::MonoHlsb) return 7 - (x & 7);
    if constexpr (F == Format::MonoHmsb) return x & 7;
    if constexpr (F == Format::Gs2Hmsb) return (x & 3) * 2;
    if constexpr (F == Format::Gs4Hmsb) return x & 1 ? 0 : 4;
    return 0;
}

template <Format F>
u8* place_of(const Canvas& c, isize x, isize y) {
    if constexpr (F == Format::MonoVlsb) return c.data + (y >> 3) * c.stride + x;
    return c.data + (x + y * c.stride) * bits_of(F) / 8;
}

template <Format F>
u32 get_pixel(const Canvas& c, isize x, isize y) {
    const u8* at = place_of<F>(c, x, y);
    if constexpr (F == Format::Rgb565) {
        u16 pixel;
        std::memcpy(&pixel, at, sizeof pixel);
        return pixel;
    }
    return *at >> shift_of<F>(x, y) & ((1u << bits_of(F)) - 1);
}

template <Format F>
void set_pixel(Canvas& c, isize x, isize y, u32 color) {
    u8* at = place_of<F>(c, x, y);
    if constexpr (F == Format::Rgb565) {
        const auto pixel = static_cast<u16>(color);
        std::memcpy(at, &pixel, sizeof pixel);
    } else if constexpr (bits_of(F) == 8) {
        *at = static_cast<u8>(color);
    } else {
        // Any color but 0 is on where there is one bit.
        constexpr unsigned kMask = (1u << bits_of(F)) - 1;
        const unsigned bits = bits_of(F) == 1 ? color != 0 : color & kMask;
        const unsigned shift = shift_of<F>(x, y);
        *at = static_cast<u8>((*at & ~(kMask << shift)) | bits << shift);
    }
}

// Requires: all of it is in the canvas.
template <Format F>
void fill_pixels(Canvas& c, Rect area, u32 color) {
    for (isize y = area.y; y < area.y + area.height; ++y) {
        if constexpr (F == Format::Gs8) {
            std::memset(place_of<F>(c, area.x, y), static_cast<u8>(color),
                        static_cast<usize>(area.width));
        } else {
            for (isize x = area.x; x < area.x + area.width; ++x) set_pixel<F>(c, x, y, color);
        }
    }
}

struct Operations {
    u32 (*get)(const Canvas&, isize, isize);
    void (*set)(Canvas&, isize, isize, u32);
    void (*fill)(Canvas&, Rect, u32);
};
template <Format F>
constexpr Operations kOperationsOf{get_pixel<F>, set_pixel<F>, fill_pixels<F>};
// By number of the format.
constexpr Operations kOperations[] = {
    kOperationsOf<Format::MonoVlsb>, kOperationsOf<Format::Rgb565>,
    kOperationsOf<Format::Gs4Hmsb>,  kOperationsOf<Format::MonoHlsb>,
    kOperationsOf<Format::MonoHmsb>, kOperationsOf<Format::Gs2Hmsb>,
    kOperationsOf<Format::Gs8>,
};
static_assert(std::size(kOperations) == kFormats);

const Operations& operations(const Canvas& c) { return kOperations[static_cast<usize>(c.format)]; }

// The part of [at, at + size) that lies in [0, limit).
void clip(isize& at, isize& size, isize limit) {
    const isize end = std::min(cut(at) + cut(size), limit);
    at = std::max<isize>(cut(at), 0);
    size = end - at;
}

// Bresenham's line along the axis of the longer way, `plot(major, minor)` each of its points.
template <class Plot>
void walk_line(Point from, Point to, Plot plot) {
    const isize length = std::abs(to.x - from.x), rise = std::abs(to.y - from.y);
    const isize step = from.x < to.x ? 1 : -1, climb = from.y < to.y ? 1 : -1;
    isize error = 2 * rise - length;
    for (; from.x != to.x; from.x += step) {
        plot(from.x, from.y);
        if (error >= 0) {
            from.y += climb;
            error -= 2 * length;
        }
        error += 2 * rise;
    }
    plot(to.x, to.y);
}

}  // namespace

u64 Canvas::bytes_needed() const {
    const auto across = static_cast<u64>(width), row = static_cast<u64>(stride);
    const auto down = static_cast<u64>(height);
    if (format == Format::MonoVlsb) return ((down + 7) / 8 - 1) * row + across;
    const auto bits = static_cast<u64>(bits_of(format));
    return (down - 1) * (row * bits / 8) + (across * bits + 7) / 8;
}

void Canvas::align_stride() {
    if (format == Format::MonoVlsb || bits_of(format) >= 8) return;
    const i32 pixels = 8 / bits_of(format);
    stride = (stride + pixels - 1) / pixels * pixels;
}

u32 Canvas::get(isize x, isize y) const { return operations(*this).get(*this, x, y); }
void Canvas::set(isize x, isize y, u32 color) { operations(*this).set(*this, x, y, color); }

void Canvas::fill(Rect area, u32 color) {
    clip(area.x, area.width, width);
    clip(area.y, area.height, height);
    if (area.width > 0 && area.height > 0) operations(*this).fill(*this, area, color);
}

void Canvas::outline(Rect area, u32 color) {
    const Rect r{cut(area.x), cut(area.y), cut(area.width), cut(area.height)};
    fill({r.x, r.y, r.width, 1}, color);
    fill({r.x, r.y + r.height - 1, r.width, 1}, color);
    fill({r.x, r.y, 1, r.height}, color);
    fill({r.x + r.width - 1, r.y, 1, r.height}, color);
}

// Differs: the ends of a line that lie further away than any display are moved.
void Canvas::line(Point from, Point to, u32 color) {
    from = {cut(from.x, kLineFar), cut(from.y, kLineFar)};
    to = {cut(to.x, kLineFar), cut(to.y, kLineFar)};
    if (std::abs(to.y - from.y) > std::abs(to.x - from.x))
        walk_line({from.y, from.x}, {to.y, to.x}, [&](isize y, isize x) { plot(x, y, color); });
    else
        walk_line(from, to, [&](isize x, isize y) { plot(x, y, color); });
}

void Canvas::scroll(isize x_step, isize y_step) {
    x_step = cut(x_step);
    y_step = cut(y_step);
    if (std::abs(x_step) >= width || std::abs(y_step) >= height) return;
    const auto& pixels = operations(*this);
    // Against the direction of the move, so that nothing is overwritten before it was moved.
    const isize rows = height - std::abs(y_step), columns = width - std::abs(x_step);
    for (isize i = 0; i < rows; ++i) {
        const isize y = y_step > 0 ? height - 1 - i : i;
        for (isize j = 0; j < columns; ++j) {
            const isize x = x_step > 0 ? width - 1 - j : j;
            pixels.set(*this, x, y, pixels.get(*this, x - x_step, y - y_step));
        }
    }
}

void Canvas::glyph(u32 code_point, Point at, u32 color) {
    const bool known = code_point >= kFirstGlyph && code_point < kFirstGlyph + kGlyphs;
    const auto& rows = kFont.rows[known ? code_point - kFirstGlyph : kGlyphs - 1];
    for (isize y = 0; y < kGlyphSide; ++y)
        for (isize x = 0; x < kGlyphSide; ++x)
            if (rows[y] >> x & 1) plot(at.x + x, at.y + y, color);
}

void Canvas::blit(const Canvas& from, Point at, i64 key, const Canvas* palette) {
    Rect area{at.x, at.y, from.width, from.height};
    clip(area.x, area.width, width);
    clip(area.y, area.height, height);
    const Point shift{cut(at.x), cut(at.y)};
    for (isize y = area.y; y < area.y + area.height; ++y)
        for (isize x = area.x; x < area.x + area.width; ++x) {
            u32 color = from.get(x - shift.x, y - shift.y);
            if (palette) {
                if (!palette->has(static_cast<isize>(color), 0)) continue;
                color = palette->get(static_cast<isize>(color), 0);
            }
            if (color != key) set(x, y, color);
        }
}

}  // namespace krait::framebuf
