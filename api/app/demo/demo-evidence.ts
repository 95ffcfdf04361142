import { createRequire } from 'node:module';
import sharp from 'sharp';
import { newId } from '../../kernel/ids.ts';
import { localize } from '../../kernel/localized-text.ts';
import { Provider } from '../../modules/providers/index.ts';
import {
  Credential,
  CredentialState,
  CredentialType,
  Evidence,
  SEALED_CREDENTIAL,
  SEALED_EVIDENCE,
} from '../../modules/qualifications/index.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { Files } from '../../platform/files/index.ts';
import type { Vault } from '../../platform/vault.ts';
import { MINUTE_MS } from './demo-context.ts';

export interface EvidenceKeeping {
  readonly files: Files;
  readonly vault: Vault;
}

/** Those that somebody still has to do with: whoever opens one wants to see what was handed in. */
const SHOWN = [
  CredentialState.SUBMITTED,
  CredentialState.IN_REVIEW,
  CredentialState.SECOND_REVIEW,
  CredentialState.THIRD_REVIEW,
  CredentialState.MORE_INFO,
  CredentialState.REJECTED,
];

const INK = '#1e2a2c';
const QUIET = '#566265';
const FONT = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';
const locate = createRequire(import.meta.url);

/** Draws the papers behind the open credentials of the demo and keeps them as uploads are kept. Returns how many. */
export async function keepDemoEvidence(em: EntityManager, { files, vault }: EvidenceKeeping): Promise<number> {
  const [credentials, types, providers] = await Promise.all([
    em.find(Credential, { state: { $in: SHOWN } }, { orderBy: { id: 'asc' }, disableIdentityMap: true }),
    em.find(CredentialType, {}, { disableIdentityMap: true }),
    em.find(Provider, {}, { disableIdentityMap: true }),
  ]);
  const typeById = new Map(types.map((type) => [type.id, type]));
  const holderById = new Map(providers.map((provider) => [provider.id, provider]));
  const rows: Evidence[] = [];
  for (const row of credentials) {
    const { number } = vault.openRow(SEALED_CREDENTIAL, row);
    const type = typeById.get(row.type);
    const holder = holderById.get(row.provider);
    if (!type || !holder) continue;
    for (const [index, kind] of type.evidenceKinds.entries()) {
      const content = await drawPaper(kind.code, [
        localize(type.name, 'en'),
        localize(type.name, 'zh-CN'),
        ...(kind.code === 'BACK'
          ? []
          : [`${localize(holder.displayName, 'en')} · ${localize(holder.displayName, 'zh-CN')}`, number]),
        row.issuedBy,
        `${row.issuedOn ?? ''} – ${row.validUntil ?? ''}`,
      ]);
      const { fileKey, documentKey, sha256, bytes } = await files.keep(files.newKey(), content);
      const evidence = {
        id: newId(),
        credential: row.id,
        kind: kind.code,
        name: `${type.code.toLowerCase()}-${kind.code.toLowerCase()}.jpg`,
        contentType: 'image/jpeg',
        bytes,
        sha256,
        fileKey,
        documentKey,
        createdAt: new Date(row.createdAt.getTime() + (index + 1) * MINUTE_MS),
      };
      rows.push(vault.sealRow(SEALED_EVIDENCE, evidence));
    }
  }
  await em.insertMany(Evidence, rows);
  return rows.length;
}

/** A card lies, a document stands. The lines are what an auditor compares with the claim. */
async function drawPaper(kind: string, lines: readonly string[]): Promise<Buffer> {
  const isCard = kind === 'FRONT' || kind === 'BACK';
  const size = isCard ? { width: 1_200, height: 760 } : { width: 1_000, height: 1_400 };
  const left = kind === 'FRONT' ? 430 : 110;
  const texts = lines.map((line, index) => ({
    input: {
      text: {
        text: `<span foreground="${index < 2 ? INK : QUIET}">${escapeMarkup(line)}</span>`,
        font: `Noto Sans SC ${index < 2 ? 20 : 16}`,
        fontfile: locate.resolve(FONT),
        rgba: true,
        dpi: 150,
      },
    },
    left,
    top: 110 + index * (isCard ? 92 : 120),
  }));
  return sharp(Buffer.from(frame(size, kind === 'FRONT')))
    .composite(texts)
    .jpeg({ quality: 84 })
    .toBuffer();
}

function frame({ width, height }: { width: number; height: number }, hasPortrait: boolean): string {
  const portrait = `<path d="M110 560V250a130 130 0 0 1 260 0v310z" fill="#dfe9e2"/><circle cx="240" cy="300" r="62" fill="#c9a98b"/><path d="M150 560c0-110 40-160 90-160s90 50 90 160z" fill="#0e6a56"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${width}" height="${height}" fill="#fbf8f3"/>
    <rect x="36" y="36" width="${width - 72}" height="${height - 72}" rx="24" fill="none" stroke="#cfc5b6" stroke-width="4"/>
    ${hasPortrait ? portrait : ''}
    <path d="M${width - 190} ${height - 110}v-50a42 42 0 0 1 84 0v50z" fill="none" stroke="#0e6a56" stroke-width="8"/>
  </svg>`;
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
