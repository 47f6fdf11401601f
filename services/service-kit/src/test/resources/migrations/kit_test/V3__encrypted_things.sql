create table things (
  id uuid primary key,
  thing_sealed bytea
);
