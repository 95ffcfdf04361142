import { describe, expect, test } from 'vitest';
import { readConfig } from '../../api/platform/config.ts';
import { StartupError } from '../../api/platform/startup-error.ts';

const TWILIO = { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 'token', TWILIO_FROM: '+15005550006' };
const PRICES = new Map([
  ['CN', 6],
  ['GB', 5],
]);
const VERIFY = `VA${'0123456789abcdef'.repeat(2)}`;
const MAIL = { SMTP_URL: 'smtps://u:p@mail.example:465', MAIL_FROM: 'Doorstep <hello@doorstep.example>' };
const STRIPE = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' };
const BUCKET = {
  FILES_S3_ENDPOINT: 'https://s3.eu-west-2.amazonaws.com',
  FILES_S3_BUCKET: 'evidence',
  FILES_S3_ACCESS_KEY: 'AK1',
  FILES_S3_SECRET_KEY: 'secret',
};

function refusalOf(environment: NodeJS.ProcessEnv): string {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(StartupError);
    return (error as StartupError).message;
  }
  throw new Error('the environment was accepted');
}

describe('the environment', () => {
  test('needs nothing: an embedded database, its queue in it, the demo, on this machine only', () => {
    expect(readConfig({})).toEqual({
      production: true,
      host: '127.0.0.1',
      port: 4000,
      dataDir: '.data',
      databaseUrl: null,
      databasePool: 10,
      redisUrl: null,
      keys: null,
      keyFile: '.data/keys.json',
      demo: true,
      publicUrl: 'http://127.0.0.1:4000',
      logLevel: 'warn',
      introspection: false,
      trustProxy: false,
      mail: null,
      emailVerification: false,
      metricsToken: null,
      rateLimitScale: 1,
      twilio: null,
      texts: { countries: PRICES, dailyTexts: 1_000, dailyCost: 5_000 },
      files: { folder: '.data/files', s3: null, scanner: null },
      stripe: null,
    });
  });

  test('set in full is taken over', () => {
    const config = readConfig({
      NODE_ENV: 'production',
      HOST: '0.0.0.0',
      PORT: '8080',
      DATA_DIR: '/srv/doorstep',
      DATABASE_URL: 'postgres://u:p@db:5432/doorstep',
      DATABASE_POOL: '25',
      REDIS_URL: 'rediss://cache:6380',
      KEYS: '{}',
      KEY_FILE: '/run/secrets/doorstep',
      DEMO: '1',
      PUBLIC_URL: 'https://doorstep.example',
      LOG_LEVEL: 'info',
      GRAPHQL_INTROSPECTION: '1',
      TRUST_PROXY: '1',
      ...TWILIO,
      TWILIO_API_BASE: 'http://127.0.0.1:9',
      TWILIO_VERIFY_SERVICE: VERIFY,
      SMS_COUNTRIES: 'GB:4,DE',
      SMS_DAILY_TEXTS: '200',
      SMS_DAILY_COST: '900',
      ...MAIL,
      ...BUCKET,
      FILES_S3_REGION: 'eu-west-2',
      VIRUS_SCANNER: 'clamd:3310',
      ...STRIPE,
      STRIPE_API_URL: 'http://127.0.0.1:12111',
      PAYMENT_METHODS: 'wechat_pay, card',
    });

    expect(config).toEqual({
      production: true,
      host: '0.0.0.0',
      port: 8080,
      dataDir: '/srv/doorstep',
      databaseUrl: 'postgres://u:p@db:5432/doorstep',
      databasePool: 25,
      redisUrl: 'rediss://cache:6380',
      keys: '{}',
      keyFile: '/run/secrets/doorstep',
      demo: true,
      publicUrl: 'https://doorstep.example',
      logLevel: 'info',
      introspection: true,
      trustProxy: true,
      mail: { url: MAIL.SMTP_URL, from: MAIL.MAIL_FROM },
      emailVerification: false,
      metricsToken: null,
      rateLimitScale: 1,
      twilio: {
        accountSid: 'AC1',
        authToken: 'token',
        from: '+15005550006',
        apiBase: 'http://127.0.0.1:9',
        verifyService: VERIFY,
      },
      texts: {
        countries: new Map([
          ['GB', 4],
          ['DE', 10],
        ]),
        dailyTexts: 200,
        dailyCost: 900,
      },
      files: {
        folder: '/srv/doorstep/files',
        s3: {
          endpoint: 'https://s3.eu-west-2.amazonaws.com',
          bucket: 'evidence',
          region: 'eu-west-2',
          accessKey: 'AK1',
          secretKey: 'secret',
        },
        scanner: { host: 'clamd', port: 3310 },
      },
      stripe: {
        secretKey: 'sk_test_1',
        webhookSecret: 'whsec_1',
        apiUrl: 'http://127.0.0.1:12111',
        methods: ['card', 'wechat_pay'],
      },
    });
  });

  test('that names a database of its own gets no demo unless it asks for one', () => {
    expect(readConfig({ DATABASE_URL: 'postgresql://db/doorstep' }).demo).toBe(false);
    expect(readConfig({ DEMO: '0' }).demo).toBe(false);
  });

  test('counts an empty variable as one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', TWILIO_FROM: '' })).toEqual(readConfig({}));
  });

  test('opens introspection outside of production', () => {
    expect(readConfig({ NODE_ENV: 'development' }).introspection).toBe(true);
  });

  test.for([
    ['NODE_ENV', 'staging'],
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['DATABASE_URL', 'mysql://db/doorstep'],
    ['DATABASE_URL', 'db'],
    ['DATABASE_POOL', '1'],
    ['DATABASE_POOL', 'many'],
    ['REDIS_URL', 'http://cache'],
    ['DEMO', 'yes'],
    ['PUBLIC_URL', 'doorstep'],
    ['LOG_LEVEL', 'loud'],
    ['GRAPHQL_INTROSPECTION', 'true'],
    ['TRUST_PROXY', 'on'],
    ['FILES_S3_ENDPOINT', 's3'],
    ['FILES_S3_BUCKET', 'a/b'],
    ['VIRUS_SCANNER', 'clamd'],
    ['STRIPE_SECRET_KEY', 'pk_test_1'],
    ['STRIPE_WEBHOOK_SECRET', 'secret'],
    ['STRIPE_API_URL', 'stripe'],
    ['PAYMENT_METHODS', 'card,cash'],
    ['PAYMENT_METHODS', 'card,card'],
  ] as const)('with a wrong %s (%s) is refused by that name', ([name, value]) => {
    const refusal = refusalOf({ [name]: value });

    expect(refusal).toContain(`${name}: `);
    expect(refusal).not.toContain('\n');
  });

  test('with several wrong variables is refused by the name of each', () => {
    const refusal = refusalOf({ PORT: 'x', DEMO: 'maybe', REDIS_URL: 'ftp://x' });

    for (const name of ['PORT', 'DEMO', 'REDIS_URL']) expect(refusal).toContain(`${name}: `);
  });

  test.for([
    [{ TWILIO_VERIFY_SERVICE: VERIFY }, 'TWILIO_ACCOUNT_SID'],
    [{ ...TWILIO, TWILIO_VERIFY_SERVICE: 'VA1' }, 'TWILIO_VERIFY_SERVICE'],
    [{ SMS_COUNTRIES: 'GB:' }, 'SMS_COUNTRIES'],
    [{ SMS_COUNTRIES: 'XX' }, 'SMS_COUNTRIES'],
    [{ SMS_DAILY_TEXTS: '-1' }, 'SMS_DAILY_TEXTS'],
    [{ SMS_DAILY_COST: '1.5' }, 'SMS_DAILY_COST'],
  ] as const)('with %o is refused by the name of what is wrong', ([environment, name]) => {
    expect(refusalOf(environment)).toContain(name);
  });

  test.for(Object.keys(TWILIO))('with Twilio but without %s is refused', (missing) => {
    expect(refusalOf({ ...TWILIO, [missing]: undefined })).toContain(missing);
  });

  test.for(Object.keys(STRIPE))('with Stripe but without %s is refused', (missing) => {
    expect(refusalOf({ ...STRIPE, [missing]: undefined })).toContain(missing);
  });

  test.for(Object.keys(BUCKET))('with a bucket but without %s is refused', (missing) => {
    expect(refusalOf({ ...BUCKET, [missing]: undefined })).toContain(missing);
  });

  test('does not repeat a password of an address that it refuses', () => {
    expect(refusalOf({ DATABASE_URL: 'mysql://user:hunter2@db/doorstep' })).not.toContain('hunter2');
  });
});
