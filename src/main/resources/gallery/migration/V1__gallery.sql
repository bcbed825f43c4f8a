-- The gallery. Constraints do the work: what must never be true cannot be stored.
--
-- Lock order, kept by every transaction: advisory locks (maintenance, then member), image row, member_usage row, jobs row.

CREATE TABLE settings (
    only_one          boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    read_only         boolean NOT NULL DEFAULT false,
    uploads           integer NOT NULL CHECK (uploads >= 0),
    window_seconds    integer NOT NULL CHECK (window_seconds > 0),
    quota_bytes       bigint  NOT NULL CHECK (quota_bytes >= 0),
    signing_key       bytea   NOT NULL,
    taxonomy_revision bigint  NOT NULL DEFAULT 0
);

CREATE TABLE members (
    id         text PRIMARY KEY,
    name       text NOT NULL UNIQUE,
    password   text NOT NULL,
    role       text NOT NULL CHECK (role IN ('member', 'administrator')),
    banned     boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Apart from members, so that busy counters never wait for (or hold up) roles and bans.
CREATE TABLE member_usage (
    member_id      text PRIMARY KEY REFERENCES members (id),
    images         integer NOT NULL DEFAULT 0,
    stored_bytes   bigint  NOT NULL DEFAULT 0,
    uploads        integer CHECK (uploads >= 0),
    window_seconds integer CHECK (window_seconds > 0)
);

CREATE TABLE sessions (
    id           text PRIMARY KEY,
    member_id    text NOT NULL REFERENCES members (id),
    refresh_hash text NOT NULL UNIQUE,
    revoked      boolean NOT NULL DEFAULT false,
    expires_at   timestamptz NOT NULL
);

CREATE TABLE categories (id text PRIMARY KEY, name text NOT NULL UNIQUE);
CREATE TABLE breeds (id text PRIMARY KEY, name text NOT NULL UNIQUE);

CREATE TABLE images (
    id          text PRIMARY KEY,
    seq         bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    owner_id    text NOT NULL REFERENCES members (id),
    status      text NOT NULL CHECK (status IN ('processing', 'ready', 'failed')),
    title       text NOT NULL,
    description text NOT NULL,
    tags        text[] NOT NULL,
    breed_id    text REFERENCES breeds (id),
    blob_id     bigint,
    pending_id  bigint,
    failure     text,
    up          integer NOT NULL DEFAULT 0,
    down        integer NOT NULL DEFAULT 0,
    favourites  integer NOT NULL DEFAULT 0,
    comments    integer NOT NULL DEFAULT 0,
    version     integer NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX images_of_owner ON images (owner_id, seq);
CREATE INDEX images_of_breed ON images (breed_id);

CREATE TABLE image_categories (
    image_id    text NOT NULL REFERENCES images (id),
    category_id text NOT NULL REFERENCES categories (id),
    PRIMARY KEY (image_id, category_id)
);
CREATE INDEX images_of_category ON image_categories (category_id);

-- Bytes and everything read from them; an image's current bytes are its blob_id, those in work its pending_id.
CREATE TABLE blobs (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    image_id  text NOT NULL REFERENCES images (id),
    bytes     bytea NOT NULL,
    size      bigint NOT NULL,
    sha256    text NOT NULL,
    mime_type text NOT NULL,
    width     integer,
    height    integer,
    thumbnail bytea
);
CREATE INDEX blobs_of_image ON blobs (image_id);

-- Work for the processors; a claim is a lease, so that a crash loses nothing.
CREATE TABLE jobs (
    blob_id  bigint PRIMARY KEY,
    image_id text NOT NULL,
    lease    timestamptz NOT NULL DEFAULT '-infinity'
);

-- Ready images only; written and removed in the transaction that makes it so.
CREATE TABLE search_entries (
    image_id text PRIMARY KEY REFERENCES images (id),
    words    tsvector NOT NULL
);
CREATE INDEX search_words ON search_entries USING gin (words);

CREATE TABLE votes (
    id         text PRIMARY KEY,
    seq        bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    member_id  text NOT NULL REFERENCES members (id),
    image_id   text NOT NULL REFERENCES images (id),
    value      smallint NOT NULL CHECK (value IN (1, -1)),
    version    integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT one_vote_per_image UNIQUE (member_id, image_id)
);
CREATE INDEX votes_of_image ON votes (image_id);
CREATE INDEX votes_of_member ON votes (member_id, seq);

CREATE TABLE favourites (
    id         text PRIMARY KEY,
    seq        bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    member_id  text NOT NULL REFERENCES members (id),
    image_id   text NOT NULL REFERENCES images (id),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT one_favourite_per_image UNIQUE (member_id, image_id)
);
CREATE INDEX favourites_of_image ON favourites (image_id);

CREATE TABLE comments (
    id         text PRIMARY KEY,
    image_id   text NOT NULL REFERENCES images (id),
    position   integer NOT NULL,
    member_id  text NOT NULL REFERENCES members (id),
    text       text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT one_comment_per_position UNIQUE (image_id, position)
);

CREATE TABLE collections (
    id         text PRIMARY KEY,
    owner_id   text NOT NULL REFERENCES members (id),
    name       text NOT NULL,
    count      integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE collection_images (
    collection_id text NOT NULL REFERENCES collections (id),
    image_id      text NOT NULL REFERENCES images (id),
    seq           bigint GENERATED ALWAYS AS IDENTITY,
    PRIMARY KEY (collection_id, image_id)
);
CREATE INDEX collections_of_image ON collection_images (image_id);

-- Tombstones: by them "gone" can be told from "never known".
CREATE TABLE departed (id text PRIMARY KEY);

-- The limiter's sliding log: one row for each accepted upload.
CREATE TABLE upload_stamps (
    member_id text NOT NULL REFERENCES members (id),
    at        timestamptz NOT NULL
);
CREATE INDEX stamps_of_member ON upload_stamps (member_id, at);

CREATE TABLE idempotency (
    member_id   text NOT NULL REFERENCES members (id),
    key         text NOT NULL,
    fingerprint text NOT NULL,
    status      integer NOT NULL,
    headers     text NOT NULL,
    body        text,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (member_id, key)
);

-- Read in the order (xid, seq) and only below the oldest running transaction: so a late commit is never skipped.
CREATE TABLE events (
    xid       xid8 NOT NULL DEFAULT pg_current_xact_id(),
    seq       bigint GENERATED ALWAYS AS IDENTITY,
    kind      text NOT NULL,
    image_id  text,
    member_id text,
    at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (xid, seq)
);

CREATE TABLE canaries (key text PRIMARY KEY, value integer NOT NULL DEFAULT 0);
