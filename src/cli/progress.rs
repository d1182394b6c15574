//! A progress bar, where somebody watches and it takes a while.

use crate::project::Project;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::{
    sync::OnceLock,
    sync::atomic::{AtomicU64, Ordering},
    time::{Duration, Instant},
};

/// From this many things on, the bar is shown soon.
const MANY: u64 = 50;

/// Soon: what is done before would only flicker.
const SOON: Duration = Duration::from_millis(150);

/// With fewer, it is shown once they have taken this long.
const LONG: Duration = Duration::from_secs(1);

/// Does the work, which calls its argument once for each article. The bar is gone when the work is done.
pub fn during<T>(project: &Project, work: impl FnOnce(&(dyn Fn() + Sync)) -> T) -> T {
    counting(project.stories.iter().map(|story| story.articles.len()).sum(), "articles", work)
}

/// The same with so many things that are called so.
pub fn counting<T>(total: usize, noun: &str, work: impl FnOnce(&(dyn Fn() + Sync)) -> T) -> T {
    let total = total as u64;
    if !super::output::is_attended() {
        return work(&|| {});
    }
    let (start, done, bar) = (Instant::now(), AtomicU64::new(0), OnceLock::new());
    let result = work(&|| {
        let done = done.fetch_add(1, Ordering::Relaxed) + 1;
        if start.elapsed() >= if total >= MANY { SOON } else { LONG } {
            bar.get_or_init(|| new_bar(total, noun)).set_position(done);
        }
    });
    if let Some(bar) = bar.get() {
        bar.finish_and_clear();
    }
    result
}

fn new_bar(total: u64, noun: &str) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::stderr());
    match ProgressStyle::with_template(&format!("{{bar:30}} {{pos}} of {{len}} {noun}")) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
