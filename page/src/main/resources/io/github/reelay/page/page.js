// Shows a running watch. All text that comes from a provider is set as text, never as markup.

const $ = id => document.getElementById(id);
const LIMIT = 200; // rows of a list before "Show all"
const STATES = {
  waiting: 'waiting', queued: 'queued', running: 'running', unknown: 'unknown state',
  retrying: 'query failed', suspended: 'suspended',
  succeeded: 'succeeded', failed: 'failed', cancelled: 'cancelled', expired: 'expired',
  unfinished: 'not finished', refused: 'refused', unreachable: 'unreachable',
};
const FIRST = { suspended: 0, retrying: 0, unknown: 1 };

const tasks = new Map(); // number -> row of the server
const views = new Map(); // number -> elements of the row
const whole = { open: false, ended: false };
const filter = { provider: '', state: '', text: '' };
let providers = [];
let keep = 1000;
let full = false;
let skew = 0; // the server's clock minus ours
let source;
let pause = 1000;
let planned = 0;

function el(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.filter(child => child != null && child !== ''));
  return made;
}

function set(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

// ---- times and sizes

const now = () => Date.now() + skew;

function span(millis) {
  const s = Math.max(0, Math.round(millis / 1000));
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min ${s % 60 ? `${s % 60} s` : ''}`.trim();
  if (s < 172800) return `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`;
  return `${Math.floor(s / 86400)} d`;
}

function coarse(millis) {
  const unit = millis < 60000 ? 1 : millis < 7200000 ? 60000 : 3600000;
  return unit === 3600000 && millis < 172800000 ? `${Math.floor(millis / unit)} h` : span(Math.floor(millis / unit) * unit);
}

const clock = millis => new Date(millis).toLocaleString();

function bytes(count) {
  if (count < 1000) return `${count} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = count / 1000;
  let i = 0;
  while (value >= 999.5 && i < units.length - 1) { value /= 1000; i++; }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[i]}`;
}

// ---- what is shown

function matches(task, but) {
  if (but !== 'provider' && filter.provider && task.provider !== filter.provider) return false;
  if (but !== 'state' && filter.state && task.state !== filter.state) return false;
  if (!filter.text) return true;
  const failure = task.failure || {};
  return [`${task.provider}:${task.id}`, task.model, task.prompt, task.words, failure.kind,
    failure.code, failure.message, STATES[task.state]]
    .some(text => text && text.toLowerCase().includes(filter.text));
}

function lists() {
  const open = [];
  const ended = [];
  for (const task of tasks.values()) {
    if (matches(task)) (task.open ? open : ended).push(task);
  }
  open.sort((a, b) => (FIRST[a.state] ?? 2) - (FIRST[b.state] ?? 2) || a.n - b.n);
  ended.sort((a, b) => b.ended - a.ended || b.n - a.n);
  return { open, ended };
}

function render() {
  planned = 0;
  const { open, ended } = lists();
  fill('open', open);
  fill('ended', ended);
  chips();
  states();
  totals();
  rates();
  tick();
}

function plan() {
  if (!planned) planned = requestAnimationFrame(render);
}

function fill(name, all) {
  const list = $(name);
  const shown = whole[name] ? all : all.slice(0, LIMIT);
  const wanted = new Set();
  let next = list.firstElementChild;
  for (const task of shown) {
    const view = viewOf(task);
    wanted.add(view.item);
    if (view.item === next) {
      next = next.nextElementSibling;
    } else {
      const focused = view.item.contains(document.activeElement);
      list.insertBefore(view.item, next);
      if (focused) view.row.focus();
    }
  }
  for (const item of [...list.children]) {
    if (!wanted.has(item)) item.remove();
  }
  const unfiltered = [...tasks.values()].filter(task => task.open === (name === 'open')).length;
  set($(`${name}-count`), all.length === unfiltered
    ? `${all.length}${name === 'open' && full ? ' and more' : ''}`
    : `${all.length} of ${unfiltered}`);
  $(`${name}-empty`).hidden = all.length > 0;
  set($(`${name}-empty`), unfiltered
    ? 'No task fits the filter.'
    : name === 'open' ? 'No open task.' : 'No task has ended since this watch began.');
  const more = $(`${name}-more`);
  more.hidden = shown.length === all.length;
  set(more, `Show all ${all.length}`);
}

function viewOf(task) {
  let view = views.get(task.n);
  if (!view || view.open !== task.open) {
    view = task.open ? openView() : endedView();
    view.open = task.open;
    view.row.dataset.n = task.n;
    view.row.addEventListener('click', () => details(task.n));
    views.set(task.n, view);
  }
  if (view.task !== task) {
    view.task = task;
    (task.open ? showOpen : showEnded)(view, task);
  }
  return view;
}

function base(className) {
  const view = { id: el('bdi', 'id'), sub: el('span', 'sub'), state: el('span', 'state') };
  view.row = el('button', `row ${className}`);
  view.row.type = 'button';
  view.item = el('li', '', view.row);
  return view;
}

function openView() {
  const view = base('is-open');
  view.bar = el('i', 'bar', el('b'));
  view.percent = el('span', 'percent');
  view.age = el('span', 'num');
  view.next = el('span', 'num');
  view.expiry = el('span', 'num');
  view.note = el('span', 'note');
  view.row.append(
    el('span', 'task', view.id, view.sub), view.state,
    el('span', 'progress', view.bar, view.percent),
    label('age', view.age), label('next query', view.next), label('given up', view.expiry), view.note);
  return view;
}

const label = (name, value) => el('span', 'cell', el('span', 'label', name), value);

function showOpen(view, task) {
  common(view, task);
  const known = task.progress != null && task.state !== 'queued';
  view.bar.hidden = !known;
  view.row.classList.toggle('unmeasured', !known);
  view.bar.firstChild.style.width = `${known ? task.progress : 0}%`;
  set(view.percent, known ? `${task.progress} %` : '–');
  const failure = task.failure;
  set(view.note, failure ? [title(failure), failure.message || failure.diagnosis].filter(Boolean).join(': ') : '');
  view.note.hidden = !failure;
}

function endedView() {
  const view = base('is-ended');
  view.frame = el('span', 'frame');
  view.text = el('span', 'text');
  view.ago = el('span', 'num');
  view.expiry = el('span', 'expiry');
  view.row.append(view.frame, el('span', 'task', view.id, view.sub, view.text),
    el('span', 'end', view.state, view.ago, view.expiry));
  return view;
}

function showEnded(view, task) {
  common(view, task);
  if (task.thumbnail && !view.image) {
    view.image = el('img');
    view.image.alt = '';
    view.image.loading = 'lazy';
    view.image.decoding = 'async';
    view.image.addEventListener('error', () => view.image.remove());
    view.image.src = `thumbnails/${task.n}`;
    view.frame.append(view.image);
  }
  view.frame.dataset.state = task.state;
  view.text.replaceChildren(...endText(task));
}

function endText(task) {
  const parts = [];
  const failure = task.failure;
  if (failure && task.state !== 'succeeded') {
    parts.push(el('span', 'why', el('b', '', title(failure)),
      failure.message ? el('q', '', el('bdi', '', failure.message)) : el('span', '', failure.diagnosis || '')));
    parts.push(el('span', 'advice', failure.advice));
  } else if (task.state === 'expired') {
    parts.push(el('span', 'advice', 'The provider no longer keeps this task. Submit it again if you need the video.'));
  } else if (task.state === 'cancelled') {
    parts.push(el('span', 'advice', 'The task was stopped at the provider.'));
  } else if (task.state === 'unfinished') {
    parts.push(el('span', 'advice', 'The wait is over, or was stopped. The task itself goes on.'));
  }
  const download = task.download;
  if (download && download.state === 'saved') {
    parts.push(el('span', 'good', 'saved as ', el('bdi', '', download.file), `, ${bytes(download.bytes)}`));
  } else if (download && download.state === 'running') {
    parts.push(el('span', '', `downloading ${bytes(download.bytes)}`, download.total > 0 ? ` of ${bytes(download.total)}` : ''));
  } else if (download) {
    parts.push(el('span', 'why', el('b', '', 'not saved'), el('span', '', download.message || '')));
  }
  return parts;
}

const title = failure => failure.kind.replaceAll('-', ' ') + (failure.status && failure.status !== 200 ? ` (HTTP ${failure.status})` : '');

function common(view, task) {
  set(view.id, task.id);
  set(view.sub, [task.provider, task.model, task.width && `${task.width} × ${task.height}`,
    task.seconds && `${task.seconds} s`].filter(Boolean).join('  ·  '));
  set(view.state, STATES[task.state] || task.state);
  view.state.dataset.state = task.state;
  view.row.dataset.state = task.state;
}

// ---- filter

function chips() {
  const counts = new Map(providers.map(provider => [provider.name, 0]));
  let all = 0;
  for (const task of tasks.values()) {
    if (matches(task, 'provider')) {
      counts.set(task.provider, (counts.get(task.provider) || 0) + 1);
      all++;
    }
  }
  const wanted = [['', 'All providers', all], ...[...counts].sort().map(([name, n]) => [name, name, n])];
  const group = $('providers');
  wanted.forEach(([value, text, count], i) => {
    let chip = group.children[i];
    if (!chip) {
      chip = el('button', 'chip', el('span'), el('span', 'count'));
      chip.type = 'button';
      chip.addEventListener('click', () => choose({ provider: chip.dataset.provider }));
      group.append(chip);
    }
    chip.dataset.provider = value;
    chip.setAttribute('aria-pressed', String(filter.provider === value));
    set(chip.firstChild, text);
    set(chip.lastChild, String(count));
  });
  while (group.children.length > wanted.length) group.lastChild.remove();
}

function states() {
  const counts = {};
  for (const task of tasks.values()) {
    if (matches(task, 'state')) counts[task.state] = (counts[task.state] || 0) + 1;
  }
  const select = $('state');
  if (!select.options.length) {
    select.add(new Option('all', ''));
    for (const state of Object.keys(STATES)) select.add(new Option(STATES[state], state));
  }
  for (const option of select.options) {
    if (!option.value) continue;
    set(option, `${STATES[option.value]} (${counts[option.value] || 0})`);
    option.hidden = !counts[option.value] && option.value !== filter.state;
  }
  if (select.value !== filter.state) select.value = filter.state;
  $('clear').disabled = !filter.provider && !filter.state && !filter.text;
}

function choose(change) {
  Object.assign(filter, change);
  if ($('find').value.trim().toLowerCase() !== filter.text) $('find').value = filter.text;
  render();
}

// ---- summary and providers

function totals() {
  const counts = {};
  let open = 0;
  for (const task of tasks.values()) {
    if (task.open) {
      open++;
      counts[task.state] = (counts[task.state] || 0) + 1;
    }
  }
  const ended = {};
  for (const provider of providers) {
    for (const { kind, count } of provider.ended) ended[kind] = (ended[kind] || 0) + count;
  }
  const other = Object.entries(ended).reduce((sum, [kind, n]) => sum + (kind === 'succeeded' ? 0 : n), 0);
  set($('total-open'), `${open}${full ? '+' : ''}`);
  set($('total-succeeded'), String(ended.succeeded || 0));
  set($('total-other'), String(other));
  share({ ...counts, ...ended });
  document.title = open ? `${open} open – Reelay watch` : 'Reelay watch';
}

function share(counts) {
  const bar = $('share');
  const kinds = Object.keys(STATES).filter(kind => counts[kind]);
  kinds.forEach((kind, i) => {
    const part = bar.children[i] || bar.appendChild(el('i'));
    part.dataset.state = kind;
    part.style.flexGrow = counts[kind];
    part.title = `${STATES[kind]}: ${counts[kind]}`;
  });
  while (bar.children.length > kinds.length) bar.lastChild.remove();
}

function rates() {
  $('rates').replaceChildren(...providers.map(card));
}

function card(provider) {
  const recent = provider.recent.split(',').map(Number);
  const perMinute = recent.reduce((sum, n) => sum + n, 0);
  return el('article', 'card',
    el('h2', '', provider.name),
    el('p', 'rate', el('b', '', String(perMinute)), ' queries in the last minute'),
    spark(recent),
    el('p', 'sub', `${provider.queries} in all`, provider.latency == null ? '' : `  ·  last took ${provider.latency} ms`),
    ...counted('Failed queries', provider.failures, 'bad'),
    ...counted('Findings', provider.findings, ''));
}

function spark(recent) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const most = Math.max(1, ...recent);
  svg.setAttribute('viewBox', '0 0 240 32');
  svg.setAttribute('class', 'spark');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  recent.forEach((n, i) => {
    const bar = document.createElementNS(space, 'rect');
    const height = n ? Math.max(2, (n / most) * 32) : 1;
    const values = { x: i * 4, width: 3, y: 32 - height, height, class: n ? 'on' : '' };
    for (const [name, value] of Object.entries(values)) bar.setAttribute(name, value);
    svg.append(bar);
  });
  return svg;
}

function counted(name, counts, className) {
  if (!counts.length) return [];
  return [el('h3', '', name), el('ul', `counts ${className}`,
    ...counts.map(({ kind, count }) => el('li', '', el('span', '', kind.replaceAll('-', ' ')), el('b', '', String(count)))))];
}

// ---- what moves with the time

function tick() {
  const time = now();
  let first = Infinity;
  for (const task of tasks.values()) {
    const saved = task.download && task.download.state === 'saved';
    if (task.expires > time && !saved) first = Math.min(first, task.expires);
  }
  set($('total-expiry'), first === Infinity ? '–' : `in ${coarse(first - time)}`);
  for (const item of document.querySelectorAll('#open > li, #ended > li')) {
    const view = views.get(Number(item.firstChild.dataset.n));
    if (!view) continue;
    const task = view.task;
    if (task.open) {
      set(view.age, (task.sinceKnown ? '' : '≥ ') + span(time - task.since));
      set(view.next, task.next == null ? '–' : task.next <= time + 500 ? 'now' : `in ${span(task.next - time)}`);
      set(view.expiry, task.until == null ? '–' : task.until <= time ? 'now' : `in ${coarse(task.until - time)}`);
    } else {
      set(view.ago, `${coarse(time - task.ended)} ago`);
      set(view.expiry, task.expires == null ? '' : expiry(task, time));
      view.expiry.classList.toggle('late', task.expires != null && task.expires <= time);
    }
  }
}

function expiry(task, time) {
  if (task.expires <= time) return 'link expired';
  return `link expires in ${task.estimated ? '≈ ' : ''}${coarse(task.expires - time)}`;
}

// ---- details

function details(n) {
  const task = tasks.get(n);
  if (!task) return;
  const failure = task.failure || {};
  const time = value => (value == null ? null : clock(value));
  const facts = [
    ['provider', task.provider], ['state', STATES[task.state]], ['provider’s status', task.words],
    ['progress', task.progress == null ? null : `${task.progress} %`], ['model', task.model],
    ['prompt', task.prompt], ['created', time(task.created)], ['last change', time(task.updated)],
    ['completed', time(task.completed)], ['next query', time(task.next)], ['given up', time(task.until)],
    ['wait ended', time(task.ended)],
    ['link expires', task.expires == null ? null : `${clock(task.expires)}${task.estimated ? ' (estimated)' : ''}`],
    ['failure', failure.kind && title(failure)], ['code', failure.code], ['reason', failure.message],
    ['diagnosis', failure.diagnosis], ['advice', failure.advice], ['request', failure.request],
    ['download', task.download && [task.download.state, task.download.file, task.download.message].filter(Boolean).join(': ')],
  ].filter(([, value]) => value);
  set($('details-title'), task.id);
  $('details-body').replaceChildren(
    el('dl', 'facts', ...facts.map(([name, value]) => el('div', '', el('dt', '', name), el('dd', '', el('bdi', '', value))))),
    ...(task.findings && task.findings.length
      ? [el('h2', '', 'Findings'), el('ul', 'findings', ...task.findings.map(finding =>
        el('li', '', el('b', '', finding.kind.replaceAll('-', ' ')), el('code', '', finding.at || 'the whole body'), el('span', '', finding.detail))))]
      : []));
  $('details').showModal();
}

// ---- keys

function move(step) {
  const rows = [...document.querySelectorAll('.rows .row')];
  const at = rows.indexOf(document.activeElement);
  const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
  if (next) {
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  }
}

function cycle(values, value) {
  return values[(values.indexOf(value) + 1) % values.length];
}

const KEYS = {
  '/': () => $('find').focus(),
  p: () => choose({ provider: cycle([...$('providers').children].map(chip => chip.dataset.provider), filter.provider) }),
  s: () => choose({ state: cycle([...$('state').options].filter(option => !option.hidden).map(option => option.value), filter.state) }),
  x: () => choose({ provider: '', state: '', text: '' }),
  j: () => move(1), ArrowDown: () => move(1), k: () => move(-1), ArrowUp: () => move(-1),
  o: () => $('open').querySelector('.row')?.focus(),
  e: () => $('ended').querySelector('.row')?.focus(),
  '?': () => $('keys').showModal(),
};

addEventListener('keydown', event => {
  const typing = event.target.matches('input, select, textarea');
  if (event.key === 'Escape' && event.target === $('find')) return event.target.blur();
  if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  if (Object.hasOwn(KEYS, event.key)) {
    event.preventDefault();
    KEYS[event.key]();
  }
});

// ---- events

function live(state, text) {
  $('link').dataset.link = state;
  set($('link').lastChild, text);
}

function take(message) {
  skew = message.now - Date.now();
  keep = message.keep;
  full = message.full;
  if (message.first) {
    tasks.clear();
    views.clear();
  }
  for (const row of message.rows) {
    tasks.delete(row.n); // so that the last changed is the last
    tasks.set(row.n, row);
  }
  const ended = [...tasks.values()].filter(task => !task.open);
  ended.sort((a, b) => a.ended - b.ended || a.n - b.n);
  for (const task of ended.slice(0, Math.max(0, ended.length - keep))) {
    tasks.delete(task.n);
    views.delete(task.n);
  }
  plan();
}

function connect() {
  source = new EventSource('events');
  source.addEventListener('open', () => { pause = 1000; live('live', 'live'); });
  source.addEventListener('rows', event => take(JSON.parse(event.data)));
  source.addEventListener('providers', event => {
    providers = JSON.parse(event.data).providers;
    plan();
  });
  source.addEventListener('end', () => again('The watch has ended or restarts'));
  source.addEventListener('error', () => again('not connected'));
}

function again(text) {
  source.close();
  live('lost', `${text}; trying again`);
  setTimeout(connect, pause);
  pause = Math.min(15000, pause * 1.5);
}

$('state').addEventListener('change', event => choose({ state: event.target.value }));
$('find').addEventListener('input', event => choose({ text: event.target.value.trim().toLowerCase() }));
$('clear').addEventListener('click', KEYS.x);
$('keys-button').addEventListener('click', KEYS['?']);
for (const name of ['open', 'ended']) {
  $(`${name}-more`).addEventListener('click', () => { whole[name] = true; render(); });
}
setInterval(tick, 1000);
render();
connect();
