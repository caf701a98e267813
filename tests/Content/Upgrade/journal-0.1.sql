PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE entries (
    number integer primary key,
    time integer not null,
    event integer not null,
    slug text not null,
    formerly text not null,
    path text not null,
    title text not null,
    content text not null,
    hash text not null
);
INSERT INTO entries VALUES(1,1796031046,1,'second','','书香机关/2021-09-01-乙.md','乙的报告','5e8baf48649341b8294d17815e8d5fc502d263c5ada0e78af8385ea88f1c896c','aea7caf227f1c2ef2bf4a0469df5d5d96c37b7b5ed44c6d2ae4df521ac0d9a55');
INSERT INTO entries VALUES(2,1796031046,0,'later','','书香机关/2021-10-01-定时.md','定时的报告','6e3d283351478c1e8aded3abffcdfdd3e64707aa610e3fa277dd27c564eb9c67','324d6c4f1df04d4b3a6cc9144cd377d91de7436961661dbcbf1295576a200e89');
INSERT INTO entries VALUES(3,1796031046,3,'withdrawn','','书香机关/2021-10-02-撤.md','撤了的报告','f34cf992010391e85fb8999e763363367efe7965db9713d344b63485e3aff7d1','cd487856a015cd69395ad27aa2032401f09e342b464250795031a244192a804c');
INSERT INTO entries VALUES(4,1796031046,0,'draft','','书香机关/2021-10-03-稿.md','草稿','7e1c980fa9e117d09e42145049f743bd6be7e9a2e8783e0ab5f608eb213cb961','479a3efc388cd264eb383499418314be712648cde5b66d36ca3d7f8e949268b8');
INSERT INTO entries VALUES(5,1796031046,1,'first','','政治机关/2021-08-31-甲.md','甲的报告','ab10e61d150b51f7fc0479a5230d2f929dcb246fb1bbac55452d177f76baaacc','5e4e677ec7d905704230cbc0f65b5bd1acfa3b0b357bd4d8dab865bafc62db6d');
INSERT INTO entries VALUES(6,1796031046,1,'whole','','综合/2021-11-01-总.md','总的报告','d74b97a7e16b9cbb913e53e14f0a8108837892510aacb9ed51e7c028fec9a0be','de15aac28a11093448cd86c85eb3cbc858a66105e1a7e853876257af3fd6e1bf');
INSERT INTO entries VALUES(7,1796031050,6,'first','','政治机关/2021-08-31-甲.md','甲的报告','ab10e61d150b51f7fc0479a5230d2f929dcb246fb1bbac55452d177f76baaacc','9dea3cf11324b763eeeabe64ef31e940f423aed02da3fd2ac44ecdac7d08846a');
INSERT INTO entries VALUES(8,1796031053,1,'moved','','政治机关/2021-08-31-甲.md','甲的报告','34a65e779ee8530dd42051374c28135fb4d249d8cce7f974d37f51267351b01f','5da1a21d9304b5820a39abbc8f96ae97c2b98d8b638fa89ff0ed7224072cbae2');
CREATE TABLE addresses (
    slug text not null primary key,
    path text not null,
    title text not null,
    content text not null,
    state integer not null,
    was_published integer not null,
    moved_to text
) without rowid;
INSERT INTO addresses VALUES('draft','书香机关/2021-10-03-稿.md','草稿','7e1c980fa9e117d09e42145049f743bd6be7e9a2e8783e0ab5f608eb213cb961',0,0,NULL);
INSERT INTO addresses VALUES('first','政治机关/2021-08-31-甲.md','甲的报告','ab10e61d150b51f7fc0479a5230d2f929dcb246fb1bbac55452d177f76baaacc',5,1,NULL);
INSERT INTO addresses VALUES('later','书香机关/2021-10-01-定时.md','定时的报告','6e3d283351478c1e8aded3abffcdfdd3e64707aa610e3fa277dd27c564eb9c67',0,0,NULL);
INSERT INTO addresses VALUES('moved','政治机关/2021-08-31-甲.md','甲的报告','34a65e779ee8530dd42051374c28135fb4d249d8cce7f974d37f51267351b01f',1,1,NULL);
INSERT INTO addresses VALUES('second','书香机关/2021-09-01-乙.md','乙的报告','5e8baf48649341b8294d17815e8d5fc502d263c5ada0e78af8385ea88f1c896c',1,1,NULL);
INSERT INTO addresses VALUES('whole','综合/2021-11-01-总.md','总的报告','d74b97a7e16b9cbb913e53e14f0a8108837892510aacb9ed51e7c028fec9a0be',1,1,NULL);
INSERT INTO addresses VALUES('withdrawn','书香机关/2021-10-02-撤.md','撤了的报告','f34cf992010391e85fb8999e763363367efe7965db9713d344b63485e3aff7d1',2,1,NULL);
CREATE TRIGGER entries_are_not_changed before update on entries begin select raise(abort, 'the journal is only added to'); end;
CREATE TRIGGER entries_are_not_removed before delete on entries begin select raise(abort, 'the journal is only added to'); end;
CREATE INDEX addresses_by_content on addresses (content);
COMMIT;
