import { join } from 'node:path';
import { z } from 'zod';
import { StartupError } from './startup-error.ts';
import { pricedCountries } from './text-rules.ts';
import type { TextRules } from './text-rules.ts';

const flag = z.enum(['0', '1']).transform((value) => value === '1');

const hostAndPort = z
  .string()
  .regex(/^[^\s:]+:\d{1,5}$/, 'Say host:port')
  .transform((value): HostAndPort => {
    const [host = '', port] = value.split(':');
    return { host, port: Number(port) };
  });

/** What Stripe may be asked to take money by; Apple Pay and Google Pay are cards. */
const PAYMENT_METHODS = ['card', 'link', 'alipay', 'wechat_pay'] as const;
export type PaymentMethodName = (typeof PAYMENT_METHODS)[number];

const paymentMethods = z.string().transform((value, context): readonly PaymentMethodName[] => {
  const names = value.split(',').map((name) => name.trim());
  const known = PAYMENT_METHODS.filter((name) => names.includes(name));
  if (known.length === names.length) return known;
  context.addIssue(`Say some of ${PAYMENT_METHODS.join(', ')}, each once`);
  return z.NEVER;
});

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  KEYS: z.string().optional(),
  KEY_FILE: z.string().optional(),
  DEMO: flag.optional(),
  PUBLIC_URL: z.url().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  GRAPHQL_INTROSPECTION: flag.default(false),
  TRUST_PROXY: flag.default(false),
  METRICS_TOKEN: z.string().min(16).optional(),
  RATE_LIMIT_SCALE: z.coerce.number().positive().max(10_000).default(1),
  TWILIO_ACCOUNT_SID: z.string().min(1).optional(),
  TWILIO_AUTH_TOKEN: z.string().min(1).optional(),
  TWILIO_FROM: z.string().min(1).optional(),
  TWILIO_API_BASE: z.url().optional(),
  TWILIO_VERIFY_SERVICE: z
    .string()
    .regex(/^VA[0-9a-f]{32}$/, 'is no service of Twilio Verify (VA…)')
    .optional(),
  SMS_COUNTRIES: pricedCountries.default(() => pricedCountries.parse('CN:6,GB:5')),
  SMS_DAILY_TEXTS: z.coerce.number().int().min(0).max(1_000_000).default(1_000),
  SMS_DAILY_COST: z.coerce.number().int().min(0).max(100_000_000).default(5_000),
  FILES_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  FILES_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9.-]{3,63}$/)
    .optional(),
  FILES_S3_REGION: z.string().min(1).default('us-east-1'),
  FILES_S3_ACCESS_KEY: z.string().min(1).optional(),
  FILES_S3_SECRET_KEY: z.string().min(1).optional(),
  VIRUS_SCANNER: hostAndPort.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  EMAIL_VERIFICATION: flag.optional(),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(?:sk|rk)_\w+$/, 'is no secret key of Stripe (sk_…)')
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\w+$/, 'is no signing secret of Stripe (whsec_…)')
    .optional(),
  STRIPE_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  PAYMENT_METHODS: paymentMethods.default(() => ['card'] as const),
});

export interface TwilioSettings {
  readonly accountSid: string;
  readonly authToken: string;
  /** The sending number in E.164, or a messaging service id (MG…). */
  readonly from: string;
  /** Replaces https://api.twilio.com, for tests against a local end. */
  readonly apiBase: string | null;
  /** A service of Twilio Verify (VA…) that makes and judges codes; null means that we do. */
  readonly verifyService: string | null;
}

export interface StripeSettings {
  readonly secretKey: string;
  /** Signs what Stripe tells us. */
  readonly webhookSecret: string;
  /** Replaces https://api.stripe.com, for tests against a local end. */
  readonly apiUrl: string | null;
  readonly methods: readonly PaymentMethodName[];
  /** How long one call may take, in milliseconds; ten seconds unless said. */
  readonly timeoutMs?: number;
}

export interface MailSettings {
  /** `smtp://user:password@host:port`, or `smtps://…`. */
  readonly url: string;
  /** The sender, `Doorstep <hello@your.domain>`. */
  readonly from: string;
}

export interface HostAndPort {
  readonly host: string;
  readonly port: number;
}

export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

export interface FilesSettings {
  /** Where files lie unless a bucket is named. */
  readonly folder: string;
  readonly s3: S3Settings | null;
  /** A clamd; null means that nothing looks for viruses. */
  readonly scanner: HostAndPort | null;
}

/** Everything that is read from the environment, checked once at start. */
export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Null means the embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | null;
  readonly databasePool: number;
  /** Null means that BullMQ keeps its queues in PostgreSQL. */
  readonly redisUrl: string | null;
  /** The key ring as JSON; null means that it is read from `keyFile`. */
  readonly keys: string | null;
  readonly keyFile: string;
  /** Load the demo marketplace into an empty database. */
  readonly demo: boolean;
  /** The address people reach the site at; links in messages start with it. */
  readonly publicUrl: string;
  readonly logLevel: string;
  readonly introspection: boolean;
  readonly trustProxy: boolean;
  /** Null means that only this machine may read the metrics. */
  readonly metricsToken: string | null;
  /** What every rate limit is multiplied by. */
  readonly rateLimitScale: number;
  /** Null means that messages stay in the deliveries table, shown at /ops/outbox. */
  readonly twilio: TwilioSettings | null;
  /** Where texts may go and what they may cost. */
  readonly texts: TextRules;
  /** Null means that e-mail stays in the deliveries table, shown at /ops/outbox. */
  readonly mail: MailSettings | null;
  /** Whether an account can be used only once its e-mail address is proven. */
  readonly emailVerification: boolean;
  readonly files: FilesSettings;
  /** Null means the sandbox bank, whose cards move no money. */
  readonly stripe: StripeSettings | null;
}

/** @throws StartupError that names each wrong variable. */
export function readConfig(source: NodeJS.ProcessEnv = process.env): Config {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(filled);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new StartupError(`The environment is not usable. ${problems.join('; ')}.`);
  }
  const env = parsed.data;
  const demo = env.DEMO ?? env.DATABASE_URL === undefined;
  return {
    production: env.NODE_ENV === 'production',
    host: env.HOST,
    port: env.PORT,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL ?? null,
    databasePool: env.DATABASE_POOL,
    redisUrl: env.REDIS_URL ?? null,
    keys: env.KEYS ?? null,
    keyFile: env.KEY_FILE ?? join(env.DATA_DIR, 'keys.json'),
    demo,
    publicUrl: env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}`,
    logLevel: env.LOG_LEVEL,
    introspection: env.GRAPHQL_INTROSPECTION || env.NODE_ENV !== 'production',
    trustProxy: env.TRUST_PROXY,
    metricsToken: env.METRICS_TOKEN ?? null,
    rateLimitScale: env.RATE_LIMIT_SCALE,
    twilio: readTwilio(env),
    texts: { countries: env.SMS_COUNTRIES, dailyTexts: env.SMS_DAILY_TEXTS, dailyCost: env.SMS_DAILY_COST },
    mail: readMail(env),
    emailVerification: env.EMAIL_VERIFICATION ?? (!demo && env.NODE_ENV !== 'test'),
    files: { folder: join(env.DATA_DIR, 'files'), s3: readS3(env), scanner: env.VIRUS_SCANNER ?? null },
    stripe: readStripe(env),
  };
}

function readTwilio(env: z.output<typeof environment>): TwilioSettings | null {
  const given = [env.TWILIO_ACCOUNT_SID, env.TWILIO_AUTH_TOKEN, env.TWILIO_FROM];
  if (given.every((value) => value === undefined) && env.TWILIO_VERIFY_SERVICE === undefined) return null;
  const [accountSid, authToken, from] = given;
  if (!accountSid || !authToken || !from) {
    throw new StartupError(
      'Twilio needs all of TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM, or none of them.',
    );
  }
  return {
    accountSid,
    authToken,
    from,
    apiBase: env.TWILIO_API_BASE ?? null,
    verifyService: env.TWILIO_VERIFY_SERVICE ?? null,
  };
}

function readStripe(env: z.output<typeof environment>): StripeSettings | null {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret } = env;
  if (secretKey === undefined && webhookSecret === undefined) return null;
  if (!secretKey || !webhookSecret)
    throw new StartupError('Stripe needs both STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET, or neither.');
  return { secretKey, webhookSecret, apiUrl: env.STRIPE_API_URL ?? null, methods: env.PAYMENT_METHODS };
}

function readMail(env: z.output<typeof environment>): MailSettings | null {
  const { SMTP_URL: url, MAIL_FROM: from } = env;
  if (url === undefined && from === undefined) return null;
  if (!url || !from) throw new StartupError('E-mail needs both SMTP_URL and MAIL_FROM, or neither.');
  return { url, from };
}

function readS3(env: z.output<typeof environment>): S3Settings | null {
  const given = [env.FILES_S3_ENDPOINT, env.FILES_S3_BUCKET, env.FILES_S3_ACCESS_KEY, env.FILES_S3_SECRET_KEY];
  if (given.every((value) => value === undefined)) return null;
  const [endpoint, bucket, accessKey, secretKey] = given;
  if (!endpoint || !bucket || !accessKey || !secretKey) {
    throw new StartupError(
      'Files in a bucket need all of FILES_S3_ENDPOINT, FILES_S3_BUCKET, FILES_S3_ACCESS_KEY and FILES_S3_SECRET_KEY, or none of them.',
    );
  }
  return { endpoint, bucket, region: env.FILES_S3_REGION, accessKey, secretKey };
}
