use super::Attributions;
