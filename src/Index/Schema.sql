-- The index: a copy of what the journal records, made to be asked. Deleting it is always safe; a changed schema rebuilds it.
-- Moments are seconds since 1970 (UTC), lists are JSON.

-- One row. `record` is the last entry of the journal that it shows, with what pages tell of it; `build` the program that rendered it. `context` is a
-- fingerprint of site.yml, the pillars' files and the program; `report_inputs` of that part of them which
-- every report was read against: when it changes, all is read anew.
create table edition (
    id integer primary key check (id = 1),
    number integer not null default 0,
    build text not null default '',
    record integer not null default 0,
    record_hash text not null default '',
    record_time integer not null default 0,
    record_since integer not null default 0,
    record_signature text not null default '',
    record_signed integer,
    record_key text not null default '',
    context text not null,
    report_inputs text not null,
    profile text not null
);

create table pillars (
    folder text not null,
    slug text not null primary key,
    title text not null,
    "order" integer not null,
    seal text not null,
    motto text not null,
    type text,
    html text not null,
    text text not null,
    files text not null
) without rowid;

-- Every file of the content folder that was read, good or bad, as it was when it was read.
create table files (
    path text not null primary key,
    size integer not null,
    modified integer not null,
    hash text not null,
    changed integer not null,
    inode integer not null
) without rowid;

-- What a file was read against beside itself: the files that it links, there or not. Another stamp: it must be read again.
create table dependencies (
    file text not null,
    dependency text not null,
    stamp text not null,
    primary key (file, dependency)
) without rowid;
create index dependencies_by_dependency on dependencies (dependency);

create table problems (
    file text not null,
    line integer not null,
    "column" integer not null,
    length integer not null,
    severity integer not null,
    code text not null,
    message text not null
);
create index problems_by_file on problems (file);

create table reports (
    id integer primary key,
    path text not null unique,
    hash text not null,
    reading text not null,
    slug text not null unique,
    folder text not null,
    title text not null,
    published integer not null,
    year integer not null,
    unit text not null,
    source text,
    author text,
    summary text not null,
    keywords text not null,
    cover text,
    attachments text not null,
    updated integer,
    change text,
    pinned integer not null,
    draft integer not null,
    expires integer,
    withdrawn text,
    sections text not null,
    noticed integer not null
);
-- Each ends with what visibility hangs on: counting a hundred thousand reports never opens their rows.
create index reports_by_date on reports (pinned desc, published desc, slug, draft, expires, withdrawn);
create index reports_by_unit on reports (unit, pinned desc, published desc, slug, draft, expires, withdrawn);
create index reports_by_year on reports (year, pinned desc, published desc, slug, draft, expires, withdrawn);
create index reports_by_folder on reports (folder, published desc, slug, draft, expires, withdrawn);
create index reports_by_notice on reports (noticed desc, published desc, slug, draft, expires, withdrawn);
create index reports_by_expiry on reports (expires) where expires is not null;

-- Apart from `reports`, so that lists do not drag the texts along. What searches show comes first: what stands behind it is not read.
create table bodies (
    report integer not null primary key references reports (id) on delete cascade,
    text text not null,
    html text not null
);

-- With a copy of what a pillar's list is ordered and counted by, in that order.
create table memberships (
    report integer not null references reports (id) on delete cascade,
    pillar text not null,
    section text,
    pinned integer not null,
    published integer not null,
    slug text not null,
    draft integer not null,
    expires integer,
    withdrawn text,
    primary key (pillar, report)
) without rowid;
create index memberships_by_date on memberships (pillar, pinned desc, published desc, slug, draft, expires, withdrawn);
create index memberships_by_report on memberships (report);

create table aliases (
    alias text not null,
    report integer not null references reports (id) on delete cascade,
    primary key (alias, report)
) without rowid;
create index aliases_by_report on aliases (report);

-- Addresses where once a report was, as the journal knows them: `current_slug` says where its report is.
create table former (
    slug text not null primary key,
    current_slug text
) without rowid;

-- Copied from the journal: the last thing that readers got new of a report, with the moment (0: it was there before the journal), and the
-- notes of its revisions. `noticed` of a report is that moment, or where that is not clearly later, when it was published.
create table news (
    slug text not null primary key,
    time integer not null,
    event integer not null,
    note text not null
) without rowid;

create table history (
    slug text not null,
    number integer not null primary key,
    note text not null
);
create index history_by_slug on history (slug, number);

-- Files that pages link or show: only these leave the content folder.
create table report_files (
    path text not null,
    report integer not null references reports (id) on delete cascade,
    primary key (path, report)
) without rowid;
create index report_files_by_report on report_files (report);

-- What makes reports alike, two characters a token: `ascii` leaves every character beyond ASCII whole.
-- With the texts: where they are not stored, deleted rows go on counting, and what is related depends on what was there before.
create virtual table likeness using fts5 (
    title, keywords,
    tokenize = 'ascii'
);

-- The search index, in segments ("parts" here) that are written once; Index/Search/README.md tells of them. `keys` are the first keys
-- of a segment's blocks; PostingBlocks knows what is in a block, PostingList how the lists in it are written.
create table search_parts (
    id integer primary key autoincrement,
    size integer not null,
    keys blob not null
);

create table search_blocks (
    id integer primary key,
    bytes blob not null
);

-- Where in the text of its segment a report lies. Withdrawn reports have no row: they are never found.
create table search_docs (
    report integer not null primary key references reports (id) on delete cascade,
    part integer not null,
    number integer not null,
    first integer not null,
    title_end integer not null,
    headings_end integer not null,
    "end" integer not null
);
create index search_docs_by_part on search_docs (part, number);
