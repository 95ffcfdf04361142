import type { FastifyInstance } from 'fastify';
import { isLocale, negotiateLocale } from '../kernel/locale.ts';
import { findCertificatePdf } from '../modules/training/index.ts';
import type { Database } from '../platform/database.ts';

interface CertificateRequest {
  Params: { code: string };
  Querystring: { lang?: string };
}

/** `/certificates/<code>.pdf`, for whoever holds the code; `?lang=` names the language, else the browser does. */
export function addCertificates(app: FastifyInstance, database: Database, publicUrl: string): void {
  app.get<CertificateRequest>('/certificates/:code.pdf', async (request, reply) => {
    const { lang } = request.query;
    const locale = isLocale(lang) ? lang : negotiateLocale(request.headers['accept-language'], 'en');
    const pdf = await findCertificatePdf(database.em.fork(), request.params.code, locale, publicUrl);
    if (pdf === null) {
      reply.callNotFound();
      return reply;
    }
    return reply
      .type('application/pdf')
      .header('content-disposition', 'inline; filename="certificate.pdf"')
      .header('cache-control', 'private, no-cache')
      .send(pdf);
  });
}
