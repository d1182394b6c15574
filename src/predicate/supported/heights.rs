//! Numbers in a row, of which the first that is high enough is found by halving.

use std::ops::Range;

/// The highest number of each stretch of a row, as a tree of halves.
#[derive(Debug)]
pub struct Heights {
    tree: Vec<f64>,
    /// How many numbers the tree has room for: a power of two.
    room: usize,
}

impl Heights {
    pub fn new(row: impl ExactSizeIterator<Item = f64>) -> Self {
        let (length, room) = (row.len(), row.len().next_power_of_two());
        let mut tree = vec![f64::NEG_INFINITY; room];
        tree.extend(row);
        tree.extend(std::iter::repeat_n(f64::NEG_INFINITY, room - length));
        for at in (1..room).rev() {
            let highest = tree.get(2 * at).zip(tree.get(2 * at + 1)).map(|(left, right)| left.max(*right));
            if let (Some(node), Some(highest)) = (tree.get_mut(at), highest) {
                *node = highest;
            }
        }
        Self { tree, room }
    }

    /// The first of a stretch that is at least so high.
    pub fn first(&self, stretch: Range<usize>, least: f64) -> Option<usize> {
        if stretch.is_empty() {
            return None;
        }
        let mut node = stretch.start + self.room;
        loop {
            // The longest stretch of the tree that begins here.
            node >>= node.trailing_zeros();
            if self.reaches(node, least) {
                let found = self.leaf(node, least);
                return stretch.contains(&found).then_some(found);
            }
            node += 1;
            if node.is_power_of_two() {
                return None;
            }
        }
    }

    fn reaches(&self, node: usize, least: f64) -> bool {
        self.tree.get(node).is_some_and(|highest| *highest >= least)
    }

    /// The first below a node that is high enough, where one is.
    fn leaf(&self, mut node: usize, least: f64) -> usize {
        while node < self.room {
            node = if self.reaches(2 * node, least) { 2 * node } else { 2 * node + 1 };
        }
        node - self.room
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_that_is_high_enough() {
        let row = [3.0, f64::NEG_INFINITY, 5.0, 1.0, 5.0, f64::INFINITY, 2.0];
        for length in 0..=row.len() {
            let row = &row[..length];
            let heights = Heights::new(row.iter().copied());
            for (start, end) in (0..=length).flat_map(|start| (start..=length).map(move |end| (start, end))) {
                for least in [f64::NEG_INFINITY, 0.0, 2.0, 4.0, 5.0, 6.0, f64::INFINITY] {
                    let found = (start..end).find(|at| row[*at] >= least);
                    assert_eq!(heights.first(start..end, least), found, "{row:?} {start}..{end} {least}");
                }
            }
        }
    }
}
