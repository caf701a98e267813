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

pragma user_version = 2;
