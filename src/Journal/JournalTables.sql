-- What journals have since texts are kept: new ones, and those of the first builds once they are upgraded.
create index entries_by_slug on entries (slug);
create index addresses_by_path on addresses (path);

-- How the files that all pages depend on stand after the last entry: what the entries say, kept at hand.
create table site_files (
    path text not null primary key,
    title text not null,
    content text not null,
    reading text not null
) without rowid;

-- Bytes by their SHA-256: files, and what they were read to and against. Null once they were erased.
create table texts (
    hash text not null primary key,
    size integer not null,
    bytes blob
);

-- Who held the key said that this entry was the last one then. Signatures are outside of the chain: they speak of it.
create table signatures (
    number integer not null,
    time integer not null,
    key text not null,
    signature text not null,
    primary key (number, key)
) without rowid;

-- What the publisher holds back until the cause is undone or an admin accepts it: as it was at the last look, and since when.
create table held (
    kind integer not null,
    name text not null,
    slug text not null,
    title text not null,
    since integer not null,
    primary key (kind, name)
) without rowid;

-- What an admin let go on. `entry` is the entry that says so, once the publisher has obeyed; 0 where nothing of it was held any more.
create table acceptances (
    number integer primary key,
    time integer not null,
    who text not null,
    what text not null,
    entry integer
);

pragma user_version = 2;
