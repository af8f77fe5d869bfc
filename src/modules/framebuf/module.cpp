// The module framebuf: pixels in any buffer. canvas.hpp draws.
//
// A FrameBuffer holds a view of its buffer, so that the buffer can neither go nor be resized. It is
// a buffer itself: of the same bytes. An object whose __init__ has not run has no pixels.
#include "base/little_endian.hpp"
#include "base/utf8.hpp"
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/shape.hpp"
#include "modules/framebuf/canvas.hpp"
#include "modules/modules.hpp"
#include "objects/bytes.hpp"
#include "objects/item_format.hpp"

namespace krait {

namespace {

using framebuf::Canvas;
using framebuf::Format;
using framebuf::Point;

struct FrameBuffer : Object {
    static const BuiltinType kType;
    MemoryView* view;  // of what `canvas` draws in; null: no pixels
    Canvas canvas;
    usize exports;  // buffers of this object that are held
};

// Looks at sides, format and stride, and whether `size` bytes are enough for them.
Status set_up(Interp& in, Canvas& canvas, usize size, isize width, isize height, isize format,
              isize stride) {
    if (width < 1 || height < 1 || width > framebuf::kMaxSide || height > framebuf::kMaxSide ||
        stride < width || stride > framebuf::kMaxSide || format < 0 || format >= framebuf::kFormats)
        return raise(in, kValueError, "bad width, height, stride or format");
    canvas.width = static_cast<i32>(width);
    canvas.height = static_cast<i32>(height);
    canvas.stride = static_cast<i32>(stride);
    canvas.format = static_cast<Format>(format);
    canvas.align_stride();
    if (canvas.bytes_needed() > size)
        return raise(in, kValueError, "the buffer has {} bytes, {} are needed", size,
                     canvas.bytes_needed());
    return kOk;
}

Status take_buffer(Interp& in, FrameBuffer* self, Value buffer, isize width, isize height,
                   isize format, isize stride) {
    if (self->exports) return raise(in, kBufferError, "the frame buffer is in use as a buffer");
    MemoryView* view = KRAIT_TRY(new_memoryview(in, buffer));
    if (view->readonly || !view->is_contiguous())
        return raise(in, kTypeError, "the buffer must be writable and contiguous");
    Canvas canvas;
    KRAIT_TRY(set_up(in, canvas, view->bytes(), width, height, format, stride));
    canvas.data = view->data;
    in.heap().write(self->view, view);
    self->canvas = canvas;
    return kOk;
}

Value construct(Interp& in, const Type* cls, const CallArgs&) {
    auto* self = KRAIT_TRY(make_instance<FrameBuffer>(in, cls));
    self->canvas = Canvas();
    return self;
}

Status init(Interp& in, Value self, const CallArgs& args) {
    Value buffer, stride;
    isize width, height, format;
    KRAIT_TRY((parse_args<"(buffer, width, height, format, stride=None, /)">(
        in, "FrameBuffer"_sym, args, buffer, width, height, format, stride)));
    const isize row = is_none(stride) ? width : KRAIT_TRY(to_index(in, stride));
    return take_buffer(in, as<FrameBuffer>(self), buffer, width, height, format, row);
}

// FrameBuffer1(buffer, width, height, stride=width): of MONO_VLSB.
Value legacy(Interp& in, Value buffer, isize width, isize height, Value stride) {
    const isize row = is_none(stride) ? width : KRAIT_TRY(to_index(in, stride));
    auto* self = KRAIT_TRY(in.make<FrameBuffer>());
    self->canvas = Canvas();
    KRAIT_TRY(
        take_buffer(in, self, buffer, width, height, static_cast<isize>(Format::MonoVlsb), row));
    return self;
}

Status buffer_of(Interp& in, Value self, BufferView& view, bool) {
    auto* f = as<FrameBuffer>(self);
    if (!f->view) return raise(in, kValueError, "the frame buffer has no buffer");
    view.data = f->view->data;
    view.size = f->view->bytes();
    view.readonly = false;
    ++f->exports;
    return kOk;
}
void let_buffer_go(Value self) { --as<FrameBuffer>(self)->exports; }

void trace(Object* o, Marker& m) { m.object(static_cast<FrameBuffer*>(o)->view); }

// --- methods -------------------------------------------------------------------------------------

// A color as it comes: what a pixel has no room for is cut off.
u32 color_of(isize c) { return static_cast<u32>(c); }

void fill(FrameBuffer* self, isize c) {
    self->canvas.fill({0, 0, self->canvas.width, self->canvas.height}, color_of(c));
}

Value pixel(Interp& in, FrameBuffer* self, isize x, isize y, Value c) {
    if (c) {
        const isize color = KRAIT_TRY(to_index(in, c));
        self->canvas.plot(x, y, color_of(color));
        return none();
    }
    return self->canvas.has(x, y) ? Value::from_int(static_cast<isize>(self->canvas.get(x, y)))
                                  : none();
}

void hline(FrameBuffer* self, isize x, isize y, isize w, isize c) {
    self->canvas.fill({x, y, w, 1}, color_of(c));
}
void vline(FrameBuffer* self, isize x, isize y, isize h, isize c) {
    self->canvas.fill({x, y, 1, h}, color_of(c));
}
void rect(FrameBuffer* self, isize x, isize y, isize w, isize h, isize c, bool filled) {
    if (filled)
        self->canvas.fill({x, y, w, h}, color_of(c));
    else
        self->canvas.outline({x, y, w, h}, color_of(c));
}
void fill_rect(FrameBuffer* self, isize x, isize y, isize w, isize h, isize c) {
    self->canvas.fill({x, y, w, h}, color_of(c));
}
void line(FrameBuffer* self, isize x1, isize y1, isize x2, isize y2, isize c) {
    self->canvas.line({x1, y1}, {x2, y2}, color_of(c));
}

Status ellipse(Interp& in, FrameBuffer* self, isize x, isize y, isize xr, isize yr, isize c,
               bool filled, isize quadrants) {
    if (xr < 0 || yr < 0 || xr > framebuf::kMaxRadius || yr > framebuf::kMaxRadius)
        return raise(in, kValueError, "radii must be 0 to {}", framebuf::kMaxRadius);
    self->canvas.ellipse({x, y}, xr, yr, color_of(c), filled, static_cast<u32>(quadrants));
    return kOk;
}

// Corners in a buffer of ints of any size; an odd number at its end counts for nothing.
class BufferCorners final : public framebuf::Corners {
  public:
    BufferCorners(const BufferView& view, ItemType item, Point shift)
        : view_(view), item_(item), shift_(shift) {}
    usize count() const override { return view_.size / item_.size / 2; }
    Point operator[](usize i) const override {
        return {at(2 * i) + shift_.x, at(2 * i + 1) + shift_.y};
    }

  private:
    isize at(usize index) const {
        const u8* from = view_.data + index * item_.size;
        const u64 bits = get_little_endian({from, item_.size});
        if (item_.kind == ItemKind::Unsigned) return static_cast<isize>(std::min<u64>(bits, kMost));
        const unsigned unused = 64 - 8 * item_.size;
        const i64 number = static_cast<i64>(bits << unused) >> unused;
        return static_cast<isize>(std::clamp(number, -kMost, kMost));
    }
    static constexpr i64 kMost = framebuf::kLineFar;
    const BufferView& view_;
    ItemType item_;
    Point shift_;
};

Status poly(Interp& in, FrameBuffer* self, isize x, isize y, Buffer coords, isize c, bool filled) {
    const ItemType item = native_item(coords.view().format);
    if (item.kind == ItemKind::Float || item.size == 0)
        return raise(in, kTypeError, "coordinates must be an array of ints");
    const Point shift{framebuf::cut(x, framebuf::kLineFar), framebuf::cut(y, framebuf::kLineFar)};
    const BufferCorners corners(coords.view(), item, shift);
    if (filled)
        framebuf::fill_polygon(self->canvas, corners, color_of(c));
    else
        framebuf::draw_polygon(self->canvas, corners, color_of(c));
    return kOk;
}

void text(FrameBuffer* self, Str* s, isize x, isize y, isize c) {
    std::string_view rest = s->view();
    Point at{framebuf::cut(x), framebuf::cut(y)};
    while (!rest.empty() && at.x < self->canvas.width) {
        const usize size = utf8::offset_of(rest, 1);
        const auto byte = static_cast<u8>(rest[0]);
        self->canvas.glyph(byte < 0x80 ? byte : 0x80, at, color_of(c));
        at.x += framebuf::kGlyphSide;
        rest.remove_prefix(size);
    }
}

void scroll(FrameBuffer* self, isize x_step, isize y_step) { self->canvas.scroll(x_step, y_step); }

// What blit() draws from: a FrameBuffer, or a tuple or list of what its constructor takes, whose
// buffer is only read.
class Source {
  public:
    Status take(Interp& in, Value v) {
        if (const auto* f = as_if<FrameBuffer>(v)) {
            canvas_ = f->canvas;
            return kOk;
        }
        if (!is<Tuple>(v) && !is<List>(v))
            return raise(in, kTypeError, "a FrameBuffer, tuple or list is expected, not '{}'",
                         TextArg::type_name(v));
        const Tuple* parts = KRAIT_TRY(tuple_from(in, v));
        if (parts->size() < 4 || parts->size() > 5)
            return raise(in, kValueError, "(buffer, width, height, format[, stride]) is expected");
        isize numbers[4];
        for (usize i = 0; i < 4; ++i)
            numbers[i] = KRAIT_TRY(to_index(in, (*parts)[i + 1 < parts->size() ? i + 1 : 1]));
        KRAIT_TRY(get_buffer(in, (*parts)[0], held_));
        KRAIT_TRY(set_up(in, canvas_, held_.size, numbers[0], numbers[1], numbers[2], numbers[3]));
        canvas_.data = held_.data;
        return kOk;
    }
    const Canvas& canvas() const { return canvas_; }

  private:
    HeldBuffer held_;
    Canvas canvas_;
};

Status blit(Interp& in, FrameBuffer* self, Value fbuf, isize x, isize y, i64 key, Value palette) {
    Source from, colors;
    KRAIT_TRY(from.take(in, fbuf));
    if (!is_none(palette)) KRAIT_TRY(colors.take(in, palette));
    self->canvas.blit(from.canvas(), {x, y}, key, is_none(palette) ? nullptr : &colors.canvas());
    return kOk;
}

constexpr Slots kSlots{.get_buffer = buffer_of,
                       .release_buffer = let_buffer_go,
                       .construct = construct,
                       .init = init,
                       .trace = trace};
constexpr Row kFrameBufferRows[] = {
    def<"fill(self, c, /)", fill>,
    def<"pixel(self, x, y, c=..., /)", pixel>,
    def<"hline(self, x, y, w, c, /)", hline>,
    def<"vline(self, x, y, h, c, /)", vline>,
    def<"rect(self, x, y, w, h, c, f=False, /)", rect>,
    def<"fill_rect(self, x, y, w, h, c, /)", fill_rect>,
    def<"line(self, x1, y1, x2, y2, c, /)", line>,
    def<"ellipse(self, x, y, xr, yr, c, f=False, m=15, /)", ellipse>,
    def<"poly(self, x, y, coords, c, f=False, /)", poly>,
    def<"text(self, s, x, y, c=1, /)", text>,
    def<"scroll(self, xstep, ystep, /)", scroll>,
    def<"blit(self, fbuf, x, y, key=-1, palette=None, /)", blit>,
};

constinit const BuiltinType FrameBuffer::kType{{.name = "FrameBuffer"_sym,
                                                .slots = &kSlots,
                                                .rows = kFrameBufferRows,
                                                .size = sizeof(FrameBuffer)}};

constexpr Row kRows[] = {
    constant<"FrameBuffer">(&FrameBuffer::kType),
    def<"FrameBuffer1(buffer, width, height, stride=None, /)", legacy>,
    constant<"MVLSB">(static_cast<int>(Format::MonoVlsb)),
    constant<"MONO_VLSB">(static_cast<int>(Format::MonoVlsb)),
    constant<"RGB565">(static_cast<int>(Format::Rgb565)),
    constant<"GS4_HMSB">(static_cast<int>(Format::Gs4Hmsb)),
    constant<"MONO_HLSB">(static_cast<int>(Format::MonoHlsb)),
    constant<"MONO_HMSB">(static_cast<int>(Format::MonoHmsb)),
    constant<"GS2_HMSB">(static_cast<int>(Format::Gs2Hmsb)),
    constant<"GS8">(static_cast<int>(Format::Gs8)),
};

}  // namespace

constinit const ModuleDef kFramebufModule{.name = "framebuf"_sym, .rows = kRows};

}  // namespace krait
