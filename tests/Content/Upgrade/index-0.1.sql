PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE edition (
    number integer not null,
    context text not null,
    basis text not null,
    profile text not null
);
INSERT INTO edition VALUES(3,'2f8700b14237bbac4a0da490045f78a9f080cfc826e92d1187b95d4c37c3a917','61372ec3449e3f92c8cebf847c0c3315d6a9e9b6bbfd03a31d8f43137bb6e351','{"Name":"试验站","Origin":"https://www.example.cn","SiteCode":null,"Description":"","Keywords":[],"Units":[{"Slug":"first","Name":"第一试验单位","ShortName":"第一单位","Address":null,"Phone":null,"Hours":null,"Icp":null,"PoliceRecord":null,"Notices":[],"IsDefault":true,"PoliceRegister":null}],"GreyDays":[],"LargestPicture":1048576,"AllowedNumbers":[],"WordList":null,"SiteDays":null,"PillarDays":null,"UnitDays":null,"DefaultUnit":{"Slug":"first","Name":"第一试验单位","ShortName":"第一单位","Address":null,"Phone":null,"Hours":null,"Icp":null,"PoliceRecord":null,"Notices":[],"IsDefault":true,"PoliceRegister":null}}');
CREATE TABLE pillars (
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
INSERT INTO pillars VALUES('书香机关','shuxiang','书香机关',2,'书','',NULL,'<p>书香机关的介绍。</p>','书香机关的介绍。','[]');
INSERT INTO pillars VALUES('政治机关','zhengzhi','政治机关',1,'政','学在前，干在前',NULL,'<p>政治机关的<strong>介绍</strong>。</p>','政治机关的介绍。','[]');
CREATE TABLE files (
    path text not null primary key,
    size integer not null,
    modified integer not null,
    hash text not null
) without rowid;
INSERT INTO files VALUES('书香机关/2021-09-01-乙.md',74,639316278440841010,'5e8baf48649341b8294d17815e8d5fc502d263c5ada0e78af8385ea88f1c896c');
INSERT INTO files VALUES('书香机关/2021-10-01-定时.md',87,639316278440854618,'6e3d283351478c1e8aded3abffcdfdd3e64707aa610e3fa277dd27c564eb9c67');
INSERT INTO files VALUES('书香机关/2021-10-02-撤.md',90,639316278440856547,'f34cf992010391e85fb8999e763363367efe7965db9713d344b63485e3aff7d1');
INSERT INTO files VALUES('书香机关/2021-10-03-稿.md',68,639316278440859030,'7e1c980fa9e117d09e42145049f743bd6be7e9a2e8783e0ab5f608eb213cb961');
INSERT INTO files VALUES('政治机关/2021-08-31-甲.md',149,639316278536630845,'34a65e779ee8530dd42051374c28135fb4d249d8cce7f974d37f51267351b01f');
INSERT INTO files VALUES('综合/2021-11-01-总.md',114,639316278440862014,'d74b97a7e16b9cbb913e53e14f0a8108837892510aacb9ed51e7c028fec9a0be');
CREATE TABLE problems (
    file text not null,
    line integer not null,
    "column" integer not null,
    length integer not null,
    severity integer not null,
    code text not null,
    message text not null
);
INSERT INTO problems VALUES('书香机关/2021-09-01-乙.md',1,1,0,0,'encoding-gbk','文件是 GBK（ANSI）编码，已按 GB18030 读取。请另存为 UTF-8 编码，以免生僻字出错。');
CREATE TABLE reports (
    id integer primary key,
    path text not null unique,
    hash text not null,
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
    sections text not null
);
INSERT INTO reports VALUES(1,'书香机关/2021-09-01-乙.md','5e8baf48649341b8294d17815e8d5fc502d263c5ada0e78af8385ea88f1c896c','second','书香机关','乙的报告',1630425600,2021,'first',NULL,NULL,'乙的正文。','[]',NULL,'[]',NULL,NULL,0,0,NULL,NULL,'[]');
INSERT INTO reports VALUES(2,'书香机关/2021-10-01-定时.md','6e3d283351478c1e8aded3abffcdfdd3e64707aa610e3fa277dd27c564eb9c67','later','书香机关','定时的报告',1924963200,2031,'first',NULL,NULL,'还不能看。','[]',NULL,'[]',NULL,NULL,0,0,NULL,NULL,'[]');
INSERT INTO reports VALUES(3,'书香机关/2021-10-02-撤.md','f34cf992010391e85fb8999e763363367efe7965db9713d344b63485e3aff7d1','withdrawn','书香机关','撤了的报告',1633104000,2021,'first',NULL,NULL,'撤了的正文。','[]',NULL,'[]',NULL,NULL,0,0,NULL,'数字有误','[]');
INSERT INTO reports VALUES(4,'书香机关/2021-10-03-稿.md','7e1c980fa9e117d09e42145049f743bd6be7e9a2e8783e0ab5f608eb213cb961','draft','书香机关','草稿',1633190400,2021,'first',NULL,NULL,'草稿的正文。','[]',NULL,'[]',NULL,NULL,0,1,NULL,NULL,'[]');
INSERT INTO reports VALUES(6,'综合/2021-11-01-总.md','d74b97a7e16b9cbb913e53e14f0a8108837892510aacb9ed51e7c028fec9a0be','whole','综合','总的报告',1635696000,2021,'first',NULL,NULL,'一、政治机关','[]',NULL,'[]',NULL,NULL,0,0,NULL,NULL,'[{"Level":2,"Anchor":"一-政治机关","Title":"一、政治机关","Pillar":"zhengzhi"},{"Level":2,"Anchor":"二-书香机关","Title":"二、书香机关","Pillar":"shuxiang"}]');
INSERT INTO reports VALUES(7,'政治机关/2021-08-31-甲.md','34a65e779ee8530dd42051374c28135fb4d249d8cce7f974d37f51267351b01f','moved','政治机关','甲的报告',1630339200,2021,'first',NULL,NULL,'一、概况','[]',NULL,'[]',NULL,NULL,0,0,NULL,NULL,'[{"Level":2,"Anchor":"一-概况","Title":"一、概况","Pillar":null}]');
CREATE TABLE bodies (
    report integer not null primary key references reports (id) on delete cascade,
    text text not null,
    html text not null,
    markdown text not null
);
INSERT INTO bodies VALUES(1,'乙的正文。','<p>乙的正文。</p>',replace('---\n标题: 乙的报告\n网址: second\n旧网址: [old-second]\n---\n乙的正文。\n','\n',char(10)));
INSERT INTO bodies VALUES(2,'还不能看。','<p>还不能看。</p>',replace('---\n标题: 定时的报告\n网址: later\n发布日期: 2031-01-01\n---\n还不能看。\n','\n',char(10)));
INSERT INTO bodies VALUES(3,'撤了的正文。','<p>撤了的正文。</p>',replace('---\n标题: 撤了的报告\n网址: withdrawn\n撤稿: 数字有误\n---\n撤了的正文。\n','\n',char(10)));
INSERT INTO bodies VALUES(4,'草稿的正文。','<p>草稿的正文。</p>',replace('---\n标题: 草稿\n网址: draft\n草稿: 是\n---\n草稿的正文。\n','\n',char(10)));
INSERT INTO bodies VALUES(6,replace('一、政治机关\n总的正文。\n二、书香机关\n另一段。','\n',char(10)),replace('<h2 id="一-政治机关"><a class="seal" href="/pillars/zhengzhi" data-seal="政" aria-hidden="true" tabindex="-1"></a>一、政治机关</h2>\n<p>总的正文。</p>\n<h2 id="二-书香机关"><a class="seal" href="/pillars/shuxiang" data-seal="书" aria-hidden="true" tabindex="-1"></a>二、书香机关</h2>\n<p>另一段。</p>','\n',char(10)),replace('---\n网址: whole\n---\n# 总的报告\n\n## 一、政治机关\n\n总的正文。\n\n## 二、书香机关\n\n另一段。\n','\n',char(10)));
INSERT INTO bodies VALUES(7,replace('一、概况\n甲的正文，见乙和附件。','\n',char(10)),replace('<h2 id="一-概况">一、概况</h2>\n<p>甲的<strong>正文</strong>，见<a href="/reports/second">乙</a>和<a href="/files/%E6%94%BF%E6%B2%BB%E6%9C%BA%E5%85%B3/%E5%90%8D%E5%8D%95.pdf">附件</a>。</p>','\n',char(10)),replace('---\n标题: 甲的报告\n网址: moved\n---\n## 一、概况\n\n甲的**正文**，见[乙](../书香机关/2021-09-01-乙.md)和[附件](名单.pdf)。\n','\n',char(10)));
CREATE TABLE memberships (
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
INSERT INTO memberships VALUES(1,'shuxiang',NULL,0,1630425600,'second',0,NULL,NULL);
INSERT INTO memberships VALUES(2,'shuxiang',NULL,0,1924963200,'later',0,NULL,NULL);
INSERT INTO memberships VALUES(3,'shuxiang',NULL,0,1633104000,'withdrawn',0,NULL,'数字有误');
INSERT INTO memberships VALUES(4,'shuxiang',NULL,0,1633190400,'draft',1,NULL,NULL);
INSERT INTO memberships VALUES(6,'shuxiang','{"Level":2,"Anchor":"二-书香机关","Title":"二、书香机关","Pillar":"shuxiang"}',0,1635696000,'whole',0,NULL,NULL);
INSERT INTO memberships VALUES(6,'zhengzhi','{"Level":2,"Anchor":"一-政治机关","Title":"一、政治机关","Pillar":"zhengzhi"}',0,1635696000,'whole',0,NULL,NULL);
INSERT INTO memberships VALUES(7,'zhengzhi',NULL,0,1630339200,'moved',0,NULL,NULL);
CREATE TABLE aliases (
    alias text not null,
    report integer not null references reports (id) on delete cascade,
    primary key (alias, report)
) without rowid;
INSERT INTO aliases VALUES('2021-09-01-乙',1);
INSERT INTO aliases VALUES('old-second',1);
INSERT INTO aliases VALUES('2021-10-01-定时',2);
INSERT INTO aliases VALUES('2021-10-02-撤',3);
INSERT INTO aliases VALUES('2021-10-03-稿',4);
INSERT INTO aliases VALUES('2021-11-01-总',6);
INSERT INTO aliases VALUES('2021-08-31-甲',7);
CREATE TABLE former (
    slug text not null primary key,
    now text
) without rowid;
INSERT INTO former VALUES('first',NULL);
CREATE TABLE report_files (
    path text not null,
    report integer not null references reports (id) on delete cascade,
    primary key (path, report)
) without rowid;
INSERT INTO report_files VALUES('政治机关/名单.pdf',7);
COMMIT;
pragma user_version = 288785774;
