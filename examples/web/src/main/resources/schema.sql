create table if not exists customer (
    grant_id varchar(200) primary key,
    name varchar(500) not null,
    email varchar(500)
);
