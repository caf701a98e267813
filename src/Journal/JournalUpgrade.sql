-- From the journal of the first builds, which kept no texts. Columns are added at the end: an older build's inserts name none, fail
-- on their number, and change nothing.
alter table entries add column reading text not null default '';
alter table entries add column refers integer;
alter table entries add column note text not null default '';
alter table entries add column format integer not null default 1;

alter table addresses add column reading text not null default '';
