-- The publication journal: which version of which file stood at which address since when, with its text. Never derived, never
-- rewritten; keep it, copy it, back it up. Moments are seconds since 1970 (UTC).

create table entries (
    number integer primary key,
    time integer not null,
    event integer not null,
    slug text not null,
    formerly text not null,
    path text not null,
    title text not null,
    content text not null,
    hash text not null,
    reading text not null default '',
    refers integer,
    note text not null default '',
    format integer not null default 1
);
create trigger entries_are_not_changed before update on entries begin select raise(abort, 'the journal is only added to'); end;
create trigger entries_are_not_removed before delete on entries begin select raise(abort, 'the journal is only added to'); end;

-- How each address stands after the last entry: what the entries say, kept at hand.
create table addresses (
    slug text not null primary key,
    path text not null,
    title text not null,
    content text not null,
    state integer not null,
    was_published integer not null,
    moved_to text,
    reading text not null default ''
) without rowid;
create index addresses_by_content on addresses (content);
