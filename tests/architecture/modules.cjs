/**
 * The modules of the product and the only edges that may lie between them: `modules[a]` lists whatever `a` may import.
 * Later modules stand on earlier ones; a module that is not written yet may be absent from `api/modules/`.
 * The dependency rules (`.dependency-cruiser.cjs`) are generated from this table.
 */
const modules = {
  accounts: [],
  catalog: ['accounts'],
  providers: ['accounts', 'catalog'],
  qualifications: ['accounts', 'catalog', 'providers'],
  training: ['accounts', 'catalog', 'providers', 'qualifications'],
  pricing: ['accounts', 'catalog', 'providers'],
  availability: ['catalog', 'providers', 'qualifications', 'training'],
  // The checklist looks at everything a provider needs, so it stands above the modules that keep it (P2).
  onboarding: ['accounts', 'catalog', 'providers', 'qualifications', 'training', 'availability'],
  search: ['accounts', 'catalog', 'providers', 'qualifications', 'training', 'pricing', 'availability'],
  payments: ['accounts', 'providers'],
  bookings: ['accounts', 'catalog', 'providers', 'qualifications', 'pricing', 'availability', 'search', 'payments'],
  // What household and provider write each other about a booking (B10): personal enough for walls of its own.
  messages: ['accounts', 'providers', 'bookings'],
  reviews: ['accounts', 'providers', 'bookings'],
  loyalty: ['accounts', 'catalog', 'pricing', 'bookings'],
  quality: ['accounts', 'providers', 'training', 'bookings', 'reviews'],
  support: ['accounts', 'bookings', 'payments', 'quality'],
};

// These two read from everywhere: they may import each module that stands above them in the table.
modules.notifications = Object.keys(modules);
modules.integrations = ['accounts', 'providers', 'availability', 'bookings', 'notifications'];
modules.insights = Object.keys(modules);
modules.privacy = ['accounts'];
// Whoever audits credentials must not read in the log who audited them before.
modules['audit-log'] = ['accounts', 'qualifications'];

/** Packages that pure code may use, because they compute and nothing else. */
const purePackages = {
  domain: ['temporal-polyfill'],
  kernel: ['temporal-polyfill', 'uuid'],
};

/** Packages that belong to `api/platform/`: everybody else goes through its interfaces. */
const platformPackages = ['twilio', 'bullmq', 'stripe'];

/** Packages of the database layer: resolvers, policies and pure code do without. */
const ormPackages = ['@mikro-orm/', 'kysely/', 'pg/'];

/**
 * @param {Record<string, string[]>} table module → modules it may import
 * @returns {string[] | null} the modules of one cycle, the first repeated at the end; null when there is none
 */
function findCycle(table) {
  const finished = new Set();
  const visit = (name, path) => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (finished.has(name)) return null;
    for (const next of table[name] ?? []) {
      const cycle = visit(next, [...path, name]);
      if (cycle) return cycle;
    }
    finished.add(name);
    return null;
  };
  for (const name of Object.keys(table)) {
    const cycle = visit(name, []);
    if (cycle) return cycle;
  }
  return null;
}

/**
 * @param {Record<string, string[]>} table module → modules it may import
 * @returns {string[]} `a → b` for each edge to a module that the table does not have
 */
function listUnknownTargets(table) {
  return Object.entries(table).flatMap(([name, targets]) =>
    targets.filter((target) => !(target in table)).map((target) => `${name} → ${target}`),
  );
}

module.exports = { modules, purePackages, platformPackages, ormPackages, findCycle, listUnknownTargets };
