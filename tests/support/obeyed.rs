//! What somebody would obey, or not see, in a text that was printed: a judge of its own, apart from the crate's.

/// What has no shape, or is obeyed; a list of its own, apart from that of the crate.
fn is_raw(character: char) -> bool {
    let code = u32::from(character);
    let spans = [
        (0x0, 0x9),
        (0xb, 0x1f),
        (0x7f, 0x9f),
        (0x115f, 0x1160),
        (0x17b4, 0x17b5),
        (0x180b, 0x180f),
        (0x200b, 0x200f),
        (0x2028, 0x202e),
        (0x2060, 0x206f),
        (0xfe00, 0xfe0f),
        (0xfff0, 0xfffb),
        (0x1bca0, 0x1bca3),
        (0x1d173, 0x1d17a),
        (0xe0000, 0xe0fff),
    ];
    let alone = [0xad, 0x34f, 0x61c, 0x2800, 0x3164, 0xfeff, 0xffa0];
    spans.iter().any(|(from, to)| (*from..=*to).contains(&code)) || alone.contains(&code)
}

/// Why a build server would obey a line.
fn command_in(line: &str) -> Option<&'static str> {
    let lower = line.to_lowercase();
    let markers = ["##[", "##vso[", "##teamcity[", "section_start:", "section_end:", "travis_fold:"];
    let begins_word = |(at, _): (usize, &str)| {
        line[..at].ends_with(char::is_whitespace) && line[at + 2..].starts_with(|next: char| next.is_ascii_alphabetic())
    };
    match markers.into_iter().find(|marker| lower.contains(marker)) {
        Some(marker) => Some(marker),
        // Three colons and a blank before a second file are a command without a name.
        None if line.trim_start().starts_with("::") && !line.trim_start().starts_with("::: ") => Some("begins with ::"),
        None if line.match_indices("::").any(begins_word) => Some(" ::x"),
        None => None,
    }
}

/// The text of a format without what is its own to command: that begins its line, and is one of three.
pub fn without_own(format: &str, plain: &str) -> String {
    let own = |line: &str| {
        let rest = ["::error ", "::warning ", "::notice "].iter().find_map(|own| line.strip_prefix(own));
        rest.unwrap_or(line).to_string()
    };
    match format {
        "github" => plain.split('\n').map(own).collect::<Vec<_>>().join("\n"),
        "csv" | "event-coding" => plain.replace("\r\n", "\n"),
        _ => plain.to_string(),
    }
}

/// What is wrong with a text that was printed, its colours taken out.
pub fn fault(plain: &str) -> Option<String> {
    let told = |what: &str, line: &str| Some(format!("{what}: {line:?}"));
    plain.split('\n').find_map(|line| match command_in(line) {
        Some(command) => told(command, line),
        None if line.contains(is_raw) => told("raw", line),
        None => None,
    })
}

/// The cells of a table, as RFC 4180 reads them.
fn cells(table: &str) -> Result<Vec<Vec<String>>, String> {
    let mut rows = Vec::new();
    let mut rest = table;
    while !rest.is_empty() {
        let mut row = Vec::new();
        loop {
            let mut cell = String::new();
            if let Some(quoted) = rest.strip_prefix('"') {
                rest = quoted;
                loop {
                    let (words, behind) = rest.split_once('"').ok_or("no mark at the end")?;
                    cell.push_str(words);
                    rest = behind;
                    let Some(more) = rest.strip_prefix('"') else { break };
                    cell.push('"');
                    rest = more;
                }
            } else {
                let end = rest.find([',', '\r', '\n', '"']).unwrap_or(rest.len());
                cell.push_str(&rest[..end]);
                rest = &rest[end..];
            }
            row.push(cell);
            match rest.strip_prefix(',') {
                Some(behind) => rest = behind,
                None => break,
            }
        }
        rest = rest.strip_prefix("\r\n").ok_or(format!("no end of the row: {rest:?}"))?;
        rows.push(row);
    }
    Ok(rows)
}

/// What is wrong with a table; its row ends are taken out before its lines are looked at.
pub fn fault_of_table(table: &str) -> Option<String> {
    let rows = match cells(table) {
        Ok(rows) => rows,
        Err(error) => return Some(error),
    };
    let formula = |cell: &&String| cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    match rows.iter().flatten().find(formula) {
        Some(cell) => Some(format!("a formula: {cell:?}")),
        None if rows.iter().any(|row| row.len() != rows[0].len()) => Some("rows differ in length".to_string()),
        None => fault(&table.replace("\r\n", "\n")),
    }
}
