create table if not exists account (
    id bigint generated always as identity primary key,
    name varchar(32) not null unique,
    password varchar(100) not null,
    password_version bigint not null default 1
);
create table if not exists note (
    id bigint generated always as identity primary key,
    owner bigint not null references account (id),
    text varchar(500) not null,
    written timestamp with time zone not null
);
create table if not exists revocation (
    id varchar(200) primary key,
    until timestamp with time zone not null
);
