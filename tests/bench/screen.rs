//! What is on the display, over and over, and when what is there in the end was there for the first time.

use std::time::{Duration, Instant};

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt, ImageFormat};
use x11rb::rust_connection::RustConnection;

/// Where the rows of the list are, in a window at the corner of the display.
const PART: (i16, i16, u16, u16) = (260, 330, 700, 400);
/// A picture that stays the same for so long is the last.
const STILL: Duration = Duration::from_millis(1_500);
const PATIENCE: Duration = Duration::from_secs(60);

/// A display without anybody before it.
pub(crate) struct Display {
    connection: RustConnection,
    root: u32,
}

impl Display {
    pub(crate) fn open() -> Display {
        let (connection, screen) = x11rb::connect(None).expect("a display: `cargo xtask bench` brings one");
        let root = connection.setup().roots[screen].root;
        Display { connection, root }
    }

    fn look(&self) -> Vec<u8> {
        let (x, y, width, height) = PART;
        let asked =
            self.connection.get_image(ImageFormat::Z_PIXMAP, self.root, x, y, width, height, u32::MAX);
        asked.expect("asked").reply().expect("a picture").data
    }

    /// Looks until nothing changes any more, and says when most of what is written there in the end was there.
    pub(crate) fn written_after(&self, begun: Instant) -> Duration {
        let mut pictures: Vec<(Duration, Vec<u8>)> = Vec::new();
        loop {
            let picture = self.look();
            let now = begun.elapsed();
            if pictures.last().is_none_or(|(_, last)| *last != picture) {
                pictures.push((now, picture));
            }
            let (since, last) = pictures.last().expect("a picture");
            if now - *since > STILL && ink(last).len() > 2_000 {
                break;
            }
            assert!(now < PATIENCE, "nothing was written within {PATIENCE:?}");
            std::thread::sleep(Duration::from_millis(4));
        }
        let end = &pictures.last().expect("a picture").1;
        let ink = ink(end);
        let enough = |picture: &[u8]| {
            let there = ink.iter().filter(|place| pixel(picture, **place) == pixel(end, **place)).count();
            there * 10 >= ink.len() * 9
        };
        pictures.iter().find(|(_, picture)| enough(picture)).map_or(PATIENCE, |(time, _)| *time)
    }
}

fn pixel(picture: &[u8], place: usize) -> &[u8] {
    &picture[place * 4..place * 4 + 3]
}

/// The pixels that are not of the most frequent colour: what is written on the ground.
fn ink(picture: &[u8]) -> Vec<usize> {
    let mut counts = std::collections::HashMap::new();
    for place in 0..picture.len() / 4 {
        *counts.entry(pixel(picture, place)).or_insert(0_u32) += 1;
    }
    let ground = counts.into_iter().max_by_key(|(_, count)| *count).map(|(colour, _)| colour);
    (0..picture.len() / 4).filter(|place| Some(pixel(picture, *place)) != ground).collect()
}
