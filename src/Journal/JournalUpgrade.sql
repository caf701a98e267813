-- From the journal of the first builds, which kept no texts. Columns are added at the end: an older build's inserts name none, fail
-- on their number, and change nothing.
alter table entries add column reading text not null default '';
alter table entries add column refers integer;
alter table entries add column note text not null default '';
alter table entries add column format integer not null default 1;
create index entries_by_slug on entries (slug);

alter table addresses add column reading text not null default '';
create index addresses_by_path on addresses (path);

create table site_files (
    path text not null primary key,
    title text not null,
    content text not null,
    reading text not null
) without rowid;

create table texts (
    hash text not null primary key,
    size integer not null,
    bytes blob
);

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
