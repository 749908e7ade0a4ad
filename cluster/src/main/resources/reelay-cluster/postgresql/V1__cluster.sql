-- The tables of reelay-cluster, version 1: 64 partitions.

create table reelay_task (
  provider varchar(64) not null,
  id varchar(512) not null,
  part smallint not null,
  submitted_at timestamp with time zone not null,
  status varchar(16),
  progress smallint,
  outcome varchar(16),
  answer text,
  changed_at timestamp with time zone not null,
  primary key (provider, id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);

create index reelay_task_open on reelay_task (part) where outcome is null;

create table reelay_inbox (
  seq bigint generated always as identity primary key,
  part smallint not null,
  provider varchar(64) not null,
  id varchar(512) not null,
  submitted_at timestamp with time zone not null
);

create table reelay_replica (
  name varchar(100) primary key,
  seen_at timestamp with time zone not null
);

create table reelay_lease (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by text,
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures int,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
) with (fillfactor = 50);

create table reelay_follow_up (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by text,
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures int,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index reelay_follow_up_due on reelay_follow_up (execution_time);

create index reelay_follow_up_alive on reelay_follow_up (last_heartbeat);

insert into reelay_lease (task_name, task_instance, execution_time, picked, version)
select 'partition', cast(n as text), current_timestamp, false, 1 from generate_series(0, 63) as n;

create table reelay_schema (
  version int not null,
  parts smallint not null
);

insert into reelay_schema (version, parts) values (1, 64);
