import { Counter } from 'prom-client';

/** Codes that were asked for and not sent, by the cap that said no. */
export const refusedTexts = new Counter({
  name: 'doorstep_texts_refused_total',
  help: 'Codes by text that a cap refused.',
  labelNames: ['cap'],
  registers: [],
});
