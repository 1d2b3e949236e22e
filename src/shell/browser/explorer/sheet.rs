//! Sheets: canvases that are drawn on and touched. What that means stands in `view::island::explore::sheet`.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    AddEventListenerOptions, Event, FocusOptions, HtmlCanvasElement, KeyboardEvent,
    MutationObserver, MutationObserverInit, PointerEvent, ResizeObserver, ResizeObserverEntry,
    WheelEvent,
};

use crate::shell::browser::explorer::pen::CanvasPen;
use crate::shell::browser::world::{document, matches, window};
use crate::view::island::explore::sheet::Acts;
use crate::view::island::explore::sheet::hand::{Felt, Key, Point, Turn};
use crate::view::island::world::Reaction;

/// The events of a canvas that are felt.
const EVENTS: [&str; 7] = [
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "pointerleave",
    "wheel",
    "keydown",
];

/// What changes colours beside the theme that the reader chose.
const COLOURS: [&str; 2] = ["(prefers-color-scheme: dark)", "(forced-colors: active)"];

/// A wheel that turns by lines, as in Firefox: the pixels of a line.
const WHEEL_LINE: f64 = 16.0;
/// A wheel that turns by pages: about the pixels of one.
const WHEEL_PAGE: f64 = 400.0;

struct Open {
    id: &'static str,
    canvas: HtmlCanvasElement,
    acts: Acts,
    pen: RefCell<CanvasPen>,
    /// Whether a frame is on its way.
    asked: Cell<bool>,
    listener: Closure<dyn Fn(Event)>,
    observer: ResizeObserver,
    _resized: Closure<dyn Fn(Array)>,
}

thread_local! {
    static SHEETS: RefCell<Vec<Rc<Open>>> = const { RefCell::new(Vec::new()) };
    static WATCHED: Cell<bool> = const { Cell::new(false) };
}

/// Opens the sheet with this canvas.
pub(super) fn open(id: &'static str, acts: Acts) {
    let canvas = document().get_element_by_id(id);
    let Some(canvas) = canvas.and_then(|c| c.dyn_into::<HtmlCanvasElement>().ok()) else {
        return;
    };
    // Nothing can be drawn where there is no context: then the words beside the sheet stand alone.
    let Some(pen) = CanvasPen::new(&canvas) else {
        return;
    };
    close(id);
    let sheet = Rc::new_cyclic(|weak: &Weak<Open>| {
        let listener = listener(weak.clone());
        let (observer, call) = observer(weak.clone());
        Open {
            id,
            canvas,
            acts,
            pen: RefCell::new(pen),
            asked: Cell::new(false),
            listener,
            observer,
            _resized: call,
        }
    });
    sheet.listen();
    sheet.observer.observe(&sheet.canvas);
    SHEETS.with_borrow_mut(|sheets| sheets.push(sheet));
    watch_colours();
}

/// Draws it on the next frame.
pub(super) fn repaint(id: &str) {
    if let Some(sheet) = find(id) {
        ask(&sheet);
    }
}

/// Lets go of it.
pub(super) fn close(id: &str) {
    let closed = SHEETS.with_borrow_mut(|sheets| {
        let place = sheets.iter().position(|sheet| sheet.id == id);
        place.map(|place| sheets.remove(place))
    });
    if let Some(sheet) = closed {
        sheet.observer.disconnect();
        for name in EVENTS {
            let call = sheet.listener.as_ref().unchecked_ref();
            // Fails only where the second argument is no function.
            drop(sheet.canvas.remove_event_listener_with_callback(name, call));
        }
    }
}

fn find(id: &str) -> Option<Rc<Open>> {
    SHEETS.with_borrow(|sheets| sheets.iter().find(|sheet| sheet.id == id).cloned())
}

fn ask(sheet: &Rc<Open>) {
    if sheet.asked.replace(true) {
        return;
    }
    let sheet = Rc::downgrade(sheet);
    let then = Closure::once_into_js(move |now: f64| {
        if let Some(sheet) = sheet.upgrade() {
            sheet.asked.set(false);
            sheet.paint(now);
        }
    });
    // Fails only where the argument is no function.
    drop(window().request_animation_frame(then.unchecked_ref()));
}

fn listener(sheet: Weak<Open>) -> Closure<dyn Fn(Event)> {
    Closure::new(move |event: Event| {
        let Some(sheet) = sheet.upgrade() else { return };
        if let Some(felt) = sheet.felt(&event)
            && (sheet.acts.feel)(felt) == Reaction::Prevented
        {
            event.prevent_default();
        }
    })
}

fn observer(sheet: Weak<Open>) -> (ResizeObserver, Closure<dyn Fn(Array)>) {
    let call = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        let entry = entries.pop().dyn_into::<ResizeObserverEntry>();
        if let (Some(sheet), Ok(entry)) = (sheet.upgrade(), entry) {
            let room = entry.content_rect();
            sheet.resize((room.width(), room.height()));
        }
    });
    // Every browser with WebAssembly of our kind has it.
    let observer =
        ResizeObserver::new(call.as_ref().unchecked_ref()).expect("a function makes an observer");
    (observer, call)
}

/// Once for all sheets: colours are read again when they may have changed.
fn watch_colours() {
    if WATCHED.replace(true) {
        return;
    }
    let call = Closure::<dyn Fn()>::new(|| {
        let sheets = SHEETS.with_borrow(Vec::clone);
        for sheet in sheets {
            sheet.pen.borrow_mut().forget_colours();
            ask(&sheet);
        }
    });
    let function = call.as_ref().unchecked_ref();
    for query in COLOURS {
        if let Ok(Some(query)) = window().match_media(query) {
            // Fails only where the second argument is no function.
            drop(query.add_event_listener_with_callback("change", function));
            // A query that nobody holds is not asked any more.
            std::mem::forget(query);
        }
    }
    if let (Ok(observer), Some(root)) = (
        MutationObserver::new(function),
        document().document_element(),
    ) {
        let options = MutationObserverInit::new();
        options.set_attributes(true);
        // Fails only for options that ask for nothing.
        drop(observer.observe_with_options(&root, &options));
    }
    // It listens as long as the page lives.
    call.forget();
}

impl Open {
    fn listen(&self) {
        let options = AddEventListenerOptions::new();
        // The wheel must be stopped where it zooms.
        options.set_passive(false);
        for name in EVENTS {
            let call = self.listener.as_ref().unchecked_ref();
            let target = &self.canvas;
            // Fails only where the second argument is no function.
            drop(
                target.add_event_listener_with_callback_and_add_event_listener_options(
                    name, call, &options,
                ),
            );
        }
    }

    fn resize(self: &Rc<Open>, size: Point) {
        // Hidden ones have no size, and get one again before they are seen.
        if size.0 < 1.0 || size.1 < 1.0 {
            return;
        }
        self.pen.borrow_mut().resize(size);
        (self.acts.feel)(Felt::Sized(size.0, size.1));
        ask(self);
    }

    fn paint(&self, now: f64) {
        let mut pen = self.pen.borrow_mut();
        if pen.begin_frame(now) {
            (self.acts.paint)(&mut *pen);
        }
    }

    fn felt(&self, event: &Event) -> Option<Felt> {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
            return pressed(key);
        }
        if let Some(wheel) = event.dyn_ref::<WheelEvent>() {
            return Some(Felt::Turned(self.turned(wheel)));
        }
        self.pointed(event.dyn_ref()?)
    }

    fn turned(&self, wheel: &WheelEvent) -> Turn {
        let unit = match wheel.delta_mode() {
            WheelEvent::DOM_DELTA_LINE => WHEEL_LINE,
            WheelEvent::DOM_DELTA_PAGE => WHEEL_PAGE,
            _pixel => 1.0,
        };
        Turn {
            by: wheel.delta_y() * unit,
            at: (f64::from(wheel.offset_x()), f64::from(wheel.offset_y())),
            command: wheel.ctrl_key() || wheel.meta_key(),
            focused: matches(&self.canvas, ":focus"),
        }
    }

    fn pointed(&self, event: &PointerEvent) -> Option<Felt> {
        let pointer = event.pointer_id();
        let at = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        match &*event.type_() {
            "pointerdown" if event.button() == 0 => {
                // What is dragged follows also beside the sheet. Fails where the pointer is gone already.
                drop(self.canvas.set_pointer_capture(pointer));
                Some(Felt::Down(pointer, at))
            }
            "pointermove" => Some(Felt::Moved(pointer, at)),
            "pointerup" => {
                self.take_focus();
                Some(Felt::Up(pointer, at))
            }
            "pointercancel" => Some(Felt::Lost(pointer)),
            "pointerleave" => Some(Felt::Out),
            _other => None,
        }
    }

    /// Some browsers give the focus by a press, some by a tap, some by neither.
    fn take_focus(&self) {
        if !matches(&self.canvas, ":focus") {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            // Fails for what cannot have it; a sheet can.
            drop(self.canvas.focus_with_options(&options));
        }
    }
}

/// With Alt keys are the browser's.
fn pressed(event: &KeyboardEvent) -> Option<Felt> {
    let key = Key {
        name: event.key(),
        shift: event.shift_key(),
        ctrl: event.ctrl_key() || event.meta_key(),
    };
    (!event.alt_key()).then_some(Felt::Pressed(key))
}
