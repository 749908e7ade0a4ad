-- The tables of reelay-cluster, version 1: 16 partitions. H2 commits each statement alone, so a
-- process that was killed in between begins again; reelay_schema comes last.

create table if not exists reelay_task (
  provider varchar(64) not null,
  id varchar(512) not null,
  part smallint not null,
  submitted_at timestamp(9) with time zone not null,
  status varchar(16),
  progress smallint,
  outcome varchar(16),
  answer varchar(1000000),
  changed_at timestamp(9) with time zone not null,
  primary key (provider, id)
);

create index if not exists reelay_task_open on reelay_task (part, outcome);

create table if not exists reelay_inbox (
  seq bigint generated always as identity primary key,
  part smallint not null,
  provider varchar(64) not null,
  id varchar(512) not null,
  submitted_at timestamp(9) with time zone not null
);

create table if not exists reelay_replica (
  name varchar(100) primary key,
  seen_at timestamp(9) with time zone not null
);

create table if not exists reelay_lease (
  task_name varchar(100) not null,
  task_instance varchar(600) not null,
  task_data varbinary(10000),
  execution_time timestamp(9) with time zone not null,
  picked boolean not null,
  picked_by varchar(100),
  last_success timestamp(9) with time zone,
  last_failure timestamp(9) with time zone,
  consecutive_failures int,
  last_heartbeat timestamp(9) with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create table if not exists reelay_follow_up (
  task_name varchar(100) not null,
  task_instance varchar(600) not null,
  task_data varbinary(10000),
  execution_time timestamp(9) with time zone not null,
  picked boolean not null,
  picked_by varchar(100),
  last_success timestamp(9) with time zone,
  last_failure timestamp(9) with time zone,
  consecutive_failures int,
  last_heartbeat timestamp(9) with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index if not exists reelay_follow_up_due on reelay_follow_up (execution_time);

create index if not exists reelay_follow_up_alive on reelay_follow_up (last_heartbeat);

insert into reelay_lease (task_name, task_instance, execution_time, picked, version)
select 'partition', cast(x as varchar), current_timestamp, false, 1 from system_range(0, 15)
where not exists (select 1 from reelay_lease where task_instance = cast(x as varchar));

create table reelay_schema (version int not null, parts smallint not null) as select 1, 16;
