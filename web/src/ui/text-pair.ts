/** One text in both languages, as forms edit it. */
export interface TextPair {
  en: string;
  zhCN: string;
}
