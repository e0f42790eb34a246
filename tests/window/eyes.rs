//! What can be seen in the window: its words, its picture, and what axe finds wrong with it.
use crate::driver::Window;
use reqwest::Method;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

impl Window {
    /// All that can be read on the page now, hidden parts left out.
    pub(crate) async fn visible_text(&self) -> String {
        self.js("return document.body.innerText", json!([])).await.as_str().unwrap_or_default().to_owned()
    }

    /// Saves what the window shows as `NAME.png` among the pictures of this test run.
    pub(crate) async fn screenshot(&self, name: &str) -> PathBuf {
        self.settle().await;
        let picture = self.call(Method::GET, "/screenshot", Value::Null).await.expect("a picture");
        let picture = picture.as_str().expect("a picture in base64");
        let bytes = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, picture);
        let path = pictures().join(format!("{name}.png"));
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for pictures");
        std::fs::write(&path, bytes.expect("base64")).expect("a picture on disk");
        path
    }

    /// Fonts loaded, movements over, and some frames drawn: a picture shows an earlier frame than the last on a busy machine.
    pub(crate) async fn settle(&self) {
        const SETTLED: &str = "
            const pause = (ms) => new Promise((done) => setTimeout(done, ms));
            const frame = () => Promise.race([new Promise(requestAnimationFrame), pause(500)]);
            const brief = (each) => each.effect?.getComputedTiming().endTime < 2000;
            const loading = () => [...document.fonts].some((font) => font.status === 'loading');
            const fonts = async () => { await document.fonts.ready; while (loading()) await pause(20); };
            const moves = document.getAnimations().filter(brief).map((each) => each.finished);
            return Promise.race([Promise.allSettled([fonts(), ...moves]), pause(2000)])
                .then(frame).then(frame).then(frame).then(frame).then(() => null);";
        self.js(SETTLED, json!([])).await;
    }

    /// What axe finds wrong with the page: one line for a rule and the elements that break it.
    pub(crate) async fn axe(&self) -> Vec<String> {
        if self.js("return typeof axe", json!([])).await != "object" {
            let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
            let axe = std::fs::read_to_string(axe).expect("axe-core, which `npm ci` in ui/ brings");
            self.js(&format!("{axe}\nwindow.axe = axe;"), json!([])).await;
        }
        self.settle().await;
        // What sticks to an edge covers half a button at one place of the scroll or another: judged as if it did not.
        const RUN: &str = "
            const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
            const sticks = [...document.querySelectorAll('*')].filter((el) => getComputedStyle(el).position === 'sticky');
            for (const el of sticks) el.style.position = 'static';
            return axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] })
                .finally(() => { for (const el of sticks) el.style.removeProperty('position'); })
                .then((result) => result.violations.map(({ id, help, nodes }) =>
                    `${id}: ${help}: ${nodes.map((node) => node.target.flat().join(' ')).join(', ')}`));";
        let lines = self.js(RUN, json!([])).await;
        lines
            .as_array()
            .expect("a list")
            .iter()
            .map(|line| line.as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// Fails the test with what the window shows, in words and in `failed/TEST.png`.
    pub(crate) async fn give_up(&self, why: &str) -> ! {
        let test = std::thread::current().name().unwrap_or("unknown").replace("::", "-");
        let text = self.visible_text().await;
        let picture = self.screenshot(&format!("failed/{test}")).await;
        let log = self.log();
        panic!(
            "{why}
picture: {}
the window says:
{text}

the program says:
{log}",
            picture.display()
        )
    }
}

fn pictures() -> PathBuf {
    // Where the pictures go is a matter of the test run, not of the program.
    #[allow(clippy::disallowed_methods)]
    let chosen = std::env::var_os("LATCHKEY_PICTURES");
    chosen.map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures"), PathBuf::from)
}
