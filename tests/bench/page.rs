//! The list of 10,000 clients under the hand: from a keystroke to the rows it leaves, and frames while scrolling.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::contest::{percentile, within};
use crate::driver::{Options, Window};
use crate::organization::Organization;

const CLIENTS: u32 = 10_000;

/// Types a word and takes it back, letter by letter; a time for each that leaves other rows, until they are laid out.
const TYPE: &str = "
    const input = document.querySelector('input[type=search]');
    const rows = () => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') ?? '0';
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const wait = (done) => new Promise((resolve) => {
        const watcher = new MutationObserver(() => {
            if (done()) { watcher.disconnect(); resolve(true); }
        });
        watcher.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        setTimeout(() => { watcher.disconnect(); resolve(false); }, 200);
    });
    const key = async (text) => {
        await quiet();
        const count = rows();
        const begun = performance.now();
        set.call(input, text);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        const changed = rows() !== count || await wait(() => rows() !== count);
        document.body.getBoundingClientRect();
        return changed ? performance.now() - begun : null;
    };
    const run = async () => {
        const times = [];
        const word = arguments[0];
        for (let length = 1; length <= word.length; length++) times.push(await key(word.slice(0, length)));
        for (let length = word.length - 1; length >= 0; length--) times.push(await key(word.slice(0, length)));
        return times.filter((time) => time !== null);
    };
    return run();";

/// A keystroke, and a step of the wheel, in the plainest table that can be: what this computer needs in any case.
const PLAIN: &str = "
    return (async () => {
    const box = document.body.appendChild(document.createElement('div'));
    box.style.cssText = 'position:fixed;inset:0;overflow:auto;contain:strict;background:white;z-index:99';
    const body = box.appendChild(document.createElement('div'));
    body.style.cssText = 'position:relative;height:360000px';
    const names = Array.from({ length: 10000 }, (_, place) => `client ${place} ${(place * 7919) % 10007}`);
    const lines = Array.from({ length: 28 }, () => {
        const line = body.appendChild(document.createElement('div'));
        line.style.cssText = 'position:absolute;left:0;width:100%;height:36px;display:grid;contain:strict';
        line.style.gridTemplateColumns = 'repeat(6, minmax(0, 1fr))';
        for (let cell = 0; cell < 6; cell++) line.appendChild(document.createElement('span'));
        return line;
    });
    const write = (line, row, text) => {
        line.style.transform = `translateY(${row * 36}px)`;
        for (const cell of line.children) cell.textContent = text;
    };
    const keys = [];
    for (let key = 0; key < 60; key++) {
        await quiet();
        const begun = performance.now();
        const found = names.filter((name) => name.includes(String(key)));
        lines.forEach((line, place) => write(line, place, `${found[place % found.length]} ${key}`));
        box.scrollTop = 0;
        lines[0].offsetHeight;
        keys.push(performance.now() - begun);
    }
    box.addEventListener('scroll', () => {
        const first = Math.floor(box.scrollTop / 36);
        for (let row = first; row < first + 28; row++) {
            const line = lines[row % 28];
            if (line.dataset.row !== String(row)) write(line, (line.dataset.row = row), names[row % 10000]);
        }
    });
    const frames = await scrolled(box);
    box.remove();
    return [keys, frames];
    })();";

/// Waits until what was done before is on the screen, which is no part of the next key's time, and up to a frame more:
/// a hand keeps no step with the screen.
const QUIET: &str = "
    let step = 0;
    const quiet = () => new Promise((resolve) => {
        step = (step + 7) % 17;
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50 + step)));
    });";

/// Scrolls a box three rows a frame, as a wheel does that is turned fast; the time between frames.
const SCROLLED: &str = "
    const scrolled = (box) => new Promise((resolve) => {
        const times = [];
        let last = null;
        const frame = (now) => {
            if (last !== null) times.push(now - last);
            last = now;
            if (times.length === 240) return resolve(times);
            box.scrollTop += 108;
            requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
    });";

/// Scrolls the list.
const SCROLL: &str = "
    return scrolled(document.querySelector('[role=grid]'));";

/// In a real window, drawn as the program draws without a graphics card.
pub(crate) async fn measure() -> bool {
    let org = Organization::with_clients(CLIENTS).await;
    let data = Some(org.signed_in().await.to_owned());
    let env = vec![("WEBKIT_DISABLE_DMABUF_RENDERER", "1".to_owned())];
    let window = Window::open(Options { data, env, on_this_display: true, ..Options::default() }).await;
    let end = Instant::now() + Duration::from_secs(30);
    let rows = "return Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') ?? 0)";
    while window.js(rows, json!([])).await.as_u64().unwrap_or_default() < u64::from(CLIENTS) {
        assert!(Instant::now() < end, "the list did not come");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let mut typed = Vec::new();
    for word in ["telephony", "export", "crm soft", "nightly", "web chat", "report", "billing", "sync"] {
        typed.extend(numbers(&window.js(&format!("{QUIET}{TYPE}"), json!([word])).await));
    }
    let frames = numbers(&window.js(&format!("{SCROLLED}{SCROLL}"), json!([])).await);
    let plain = window.js(&format!("{QUIET}{SCROLLED}{PLAIN}"), json!([])).await;
    let (plain_typed, plain_frames) = (numbers(&plain[0]), numbers(&plain[1]));
    println!("{CLIENTS} clients, {} keystrokes, {} frames", typed.len(), frames.len());
    let say = |name: &str, values: &[f64]| {
        println!("{name:>28}  {:>9.2} ms p50, {:.2} ms p95", percentile(values, 50), percentile(values, 95));
    };
    say("a plain table, keystroke", &plain_typed);
    say("a plain table, scroll frame", &plain_frames);
    within("keystroke to layout, p50", percentile(&typed, 50), "ms", 16.7)
        & within("keystroke to layout, p95", percentile(&typed, 95), "ms", 16.7)
        & within("scroll frame, p50", percentile(&frames, 50), "ms", 17.0)
        & within("scroll frame, p95", percentile(&frames, 95), "ms", 33.0)
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}
