/**
 * Who may import whom (docs/style.md, "Floors"). Everything here is an error, and every rule has a canary in
 * server/test/architecture: a deliberately illegal file that proves the rule can fail.
 */
const SOURCE = '^(server|shared|miniapp)/src/';
const TESTS = '\\.(spec|story-spec|fixture)\\.tsx?$|^(server|miniapp)/test/|^e2e/';

const SHARED = '^shared/src/index\\.ts$';
const CONFIG = '^server/src/config/';
const PLATFORM = '^server/src/platform/';
const PORTS = '^server/src/integrations/.*\\.port\\.ts$';
const FACES_OF_REGISTERS = '^server/src/modules/registers/[^/]+/index\\.ts$';
const FACES_OF_JOURNEYS = '^server/src/modules/journeys/[^/]+/index\\.ts$';

/** What `from` may see of our own source; anything that is not listed is refused. */
const onlySees = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: TESTS },
  to: { path: SOURCE, pathNot: allowed },
});

const never = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

/** `kind('service')` matches `<noun>.service.ts` inside a feature. */
const kind = (...names) => `^server/src/modules/.*\\.(${names.join('|')})\\.ts$`;

const floors = [
  never(
    'shared-stands-alone',
    'Both sides obey shared, so it depends on nothing: no package, no Node built-in, neither side.',
    { path: '^shared/src/', pathNot: TESTS },
    { pathNot: '^shared/src/' },
  ),
  onlySees('config-is-the-ground', CONFIG, [SHARED, CONFIG], 'Settings are read before anything else exists.'),
  onlySees('platform-knows-no-business', PLATFORM, [SHARED, CONFIG, PLATFORM], 'The platform would serve any product.'),
  onlySees(
    'integration-knows-no-module',
    '^server/src/integrations/([^/]+)/',
    [SHARED, CONFIG, PLATFORM, '^server/src/integrations/$1/', PORTS],
    'An integration speaks to the outside world; it does not know who asks.',
  ),
  onlySees(
    'register-sees-ground-and-faces',
    '^server/src/modules/registers/([^/]+)/',
    [SHARED, CONFIG, PLATFORM, PORTS, '^server/src/modules/registers/$1/', FACES_OF_REGISTERS],
    'A register stands by itself; it knows a sibling by its index.ts only.',
  ),
  onlySees(
    'journey-sees-registers-and-ports',
    '^server/src/modules/journeys/([^/]+)/',
    [SHARED, CONFIG, PLATFORM, PORTS, '^server/src/modules/journeys/$1/', FACES_OF_REGISTERS, FACES_OF_JOURNEYS],
    'A journey knows registers and sibling journeys by their index.ts, and the outside world by its ports.',
  ),
  onlySees(
    'echo-sees-faces-only',
    '^server/src/modules/echoes/([^/]+)/',
    [SHARED, CONFIG, PLATFORM, PORTS, '^server/src/modules/echoes/$1/', FACES_OF_REGISTERS, FACES_OF_JOURNEYS],
    'An echo listens at the public faces of what happened.',
  ),
  never(
    'nobody-imports-an-echo',
    'Echoes react and are called by nobody: publish an event instead.',
    { path: '^server/src/(config|platform|integrations|modules/(registers|journeys|echoes/([^/]+)))/', pathNot: TESTS },
    { path: '^server/src/modules/echoes/', pathNot: '^server/src/modules/echoes/$3/' },
  ),
  never(
    'nobody-imports-a-door',
    'Doors, wiring and seeds stand on the roof: they import everything and nothing imports them.',
    { path: '^server/src/(config|platform|integrations|modules)/', pathNot: TESTS },
    { path: '^server/src/([^/]+\\.ts$|seeds/)' },
  ),
  never(
    'modules-see-ports-only',
    'Business speaks to an integration through its *.port.ts; adapters and stand-ins are chosen at wiring.',
    { path: '^server/src/modules/', pathNot: TESTS },
    { path: '^server/src/integrations/', pathNot: PORTS },
  ),
  never(
    'migration-stands-still',
    'A migration describes one moment: an entity or a constant that changes later would change history.',
    { path: '^server/src/migrations/' },
    { path: SOURCE, pathNot: ['^server/src/migrations/', '^server/src/platform/database/'] },
  ),
  never(
    'server-and-miniapp-never-meet',
    'They meet in shared/src/contracts.',
    { path: '^(server|miniapp)/' },
    { path: '^(server|miniapp)/', pathNot: '^$1/' },
  ),
];

const features = [
  never(
    'face-hides-the-inside',
    'index.ts shows the module, queries, events and registers; a controller or an entity stays inside its feature.',
    { path: '^server/src/modules/[^/]+/[^/]+/index\\.ts$' },
    { path: kind('controller', 'entity', 'job') },
  ),
  never(
    'journey-face-hides-its-service',
    'A sibling journey reads queries and hears events; it never makes another journey move.',
    { path: '^server/src/modules/journeys/[^/]+/index\\.ts$' },
    { path: kind('service') },
  ),
  {
    name: 'journeys-never-both-ways',
    severity: 'error',
    comment: 'Two journeys that know each other are one journey: let one of them only hear events.',
    scope: 'folder',
    from: { path: '^server/src/modules/journeys/([^/]+)$' },
    to: { circular: true, path: '^server/src/modules/journeys/', pathNot: '^server/src/modules/journeys/$1(/|$)' },
  },
  never(
    'own-face-is-for-others',
    'Inside a feature, files import each other directly; going through the own index.ts breeds cycles.',
    { path: '^server/src/modules/([^/]+/[^/]+)/' },
    { path: '^server/src/modules/$1/index\\.ts$' },
  ),
  never(
    'controller-only-asks',
    'A controller authorises, parses, calls a service or queries, and returns. It holds no rule and no statement.',
    { path: kind('controller') },
    { path: ['node_modules/typeorm/', '^server/src/platform/database/', kind('entity', 'policy', 'job', 'controller', 'rows')] },
  ),
  never(
    'job-only-calls',
    'A job reloads the world through a service or queries; the rules stay there.',
    { path: kind('job') },
    { path: kind('controller', 'dto', 'entity', 'policy') },
  ),
  never(
    'service-knows-no-door',
    'A verb works the same from HTTP, a job and a test, so it knows none of them.',
    { path: kind('service') },
    { path: ['node_modules/(fastify|@fastify|@nestjs/platform-fastify)/', kind('controller', 'dto', 'job')] },
  ),
  never(
    'queries-only-read',
    'Reads go down to entities; a read that calls a verb is a verb.',
    { path: kind('queries') },
    { path: kind('controller', 'service', 'job', 'dto') },
  ),
  never(
    'policy-is-pure',
    'A rule takes facts and time as arguments: no package, no database, no clock, no injected thing.',
    { path: kind('policy') },
    {
      pathNot: [
        SHARED,
        '^server/src/platform/(working-time/|http/coded-error\\.ts$)',
        '^server/src/modules/(?!.*\\.(controller|dto|entity|job|jobs|module|queries|service|register)\\.ts$)',
      ],
    },
  ),
  never(
    'policy-runs-no-rows',
    'A rule may name the shape of a row; it never runs the statement.',
    { path: kind('policy') },
    { path: kind('rows'), dependencyTypesNot: ['type-only'] },
  ),
  never(
    'entity-is-ground',
    'An entity is a row: it knows no verb, no rule, no door.',
    { path: '\\.entity\\.ts$' },
    {
      path: [
        kind('controller', 'dto', 'job', 'module', 'policy', 'queries', 'service'),
        '^server/src/platform/http/',
        'node_modules/@nestjs/',
      ],
    },
  ),
  never(
    'events-and-errors-are-ground',
    'What happened and what was refused are told in plain values.',
    { path: kind('events', 'errors') },
    { path: SOURCE, pathNot: [SHARED, PLATFORM] },
  ),
];

const miniapp = [
  never(
    'taro-stays-in-platform',
    'miniapp/src/platform is the only importer of @tarojs/taro, so that weapp and h5 differ in one folder.',
    { path: '^miniapp/src/', pathNot: ['^miniapp/src/platform/', TESTS] },
    { path: '(^|node_modules/)@tarojs/taro(/|$)' },
  ),
  onlySees(
    'mini-platform-sees-shared',
    '^miniapp/src/platform/',
    [SHARED, '^miniapp/src/platform/'],
    'It knows the phone, not the product.',
  ),
  onlySees(
    'mini-api-takes-a-request',
    '^miniapp/src/api/',
    [SHARED, '^miniapp/src/api/'],
    'A client of the server gets its request function injected, so that it is tested without WeChat.',
  ),
  never(
    'mini-api-sees-types-only',
    'The api floor moves contracts, it does not compute: type imports of shared only.',
    { path: '^miniapp/src/api/', pathNot: TESTS },
    { path: '^shared/', dependencyTypesNot: ['type-only'] },
  ),
  onlySees(
    'mini-session-sees-api-and-platform',
    '^miniapp/src/session/',
    [SHARED, '^miniapp/src/(session|api|platform)/'],
    'Who I am is known below the pages.',
  ),
  onlySees(
    'mini-component-is-plain',
    '^miniapp/src/components/',
    [SHARED, '^miniapp/src/(components|styles|assets)/'],
    'Props in, events out: a component knows neither the server nor the session.',
  ),
  never(
    'component-keeps-its-private-parts',
    'A folder with an underscore belongs to its component.',
    { path: '^miniapp/src/components/([^/]+)/' },
    { path: '^miniapp/src/components/[^/]+/_', pathNot: '^miniapp/src/components/$1/' },
  ),
  never(
    'pages-use-whole-components',
    'What a page needs of a component is the component itself.',
    { path: '^miniapp/src/', pathNot: ['^miniapp/src/components/', TESTS] },
    { path: '^miniapp/src/components/[^/]+/_' },
  ),
  never(
    'page-knows-no-other-page',
    'Pages meet in the address they navigate to. What two pages of one role share lies in the role’s own _folder.',
    { path: '^miniapp/src/(pages/[^/]+|subpackages/([^/]+)/pages/[^/]+|subpackages/([^/]+))/' },
    { path: '^miniapp/src/(pages|subpackages)/', pathNot: ['^miniapp/src/$1/', '^miniapp/src/subpackages/($2|$3)/_'] },
  ),
  never(
    'nothing-below-imports-a-page',
    'Pages are the roof of the mini-program.',
    { path: '^miniapp/src/(platform|api|session|components|styles)/' },
    { path: '^miniapp/src/(pages|subpackages)/' },
  ),
];

const everywhere = [
  never('no-circular', 'Files in a cycle are one file in disguise.', {}, { circular: true }),
  {
    name: 'no-orphans',
    severity: 'error',
    comment: 'A file that nothing imports and that imports nothing is forgotten.',
    from: {
      orphan: true,
      path: SOURCE,
      pathNot: [
        '\\.d\\.ts$',
        TESTS,
        '\\.config\\.ts$',
        '^miniapp/src/(pages|subpackages/[^/]+/pages)/[^/]+/index\\.tsx$',
        '\\.(css|scss|html|png|svg)$',
        '^server/src/integrations/.*/page/',
      ],
    },
    to: {},
  },
  never(
    'product-knows-no-tests',
    'What ships imports no spec, no fixture and no test folder.',
    { path: SOURCE, pathNot: TESTS },
    { path: TESTS },
  ),
  never(
    'imports-exist',
    'An import that resolves to nothing fails only when somebody walks there.',
    { path: SOURCE },
    { couldNotResolve: true },
  ),
  never(
    'packages-are-declared',
    'A package that came along with another one leaves with it: declare what is imported.',
    { path: SOURCE },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
  never(
    'server-ships-without-dev-packages',
    'Production installs `dependencies` only.',
    { path: '^server/src/', pathNot: TESTS },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: ['node_modules/@types/', '^shared/'] },
  ),
];

module.exports = {
  forbidden: [...floors, ...features, ...miniapp, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(server|shared|miniapp|e2e)/(dist|coverage|test-output)/|^server/src/metadata\\.ts$' },
    combinedDependencies: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'server/test/architecture/paths.tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
