import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/** The web app has some eighty documents; programs bring theirs. */
const MOST_DOCUMENTS = 300;
/** Parsed, a document takes some hundred times its length: what is longer is read anew each time. */
const LONGEST_CHARACTERS = 6_000;

/**
 * Keeps documents that were found valid, those asked for last. Apollo's own store counts bytes of JSON, which lets whoever sends
 * ever different documents fill hundreds of megabytes.
 */
export class DocumentCache implements DocumentStore {
  readonly #documents = new Map<string, DocumentNode>();

  async get(key: string): Promise<DocumentNode | undefined> {
    const document = this.#documents.get(key);
    if (document) {
      this.#documents.delete(key);
      this.#documents.set(key, document);
    }
    return Promise.resolve(document);
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    if ((document.loc?.source.body.length ?? 0) <= LONGEST_CHARACTERS) this.#documents.set(key, document);
    const [oldest] = this.#documents.keys();
    if (this.#documents.size > MOST_DOCUMENTS && oldest !== undefined) this.#documents.delete(oldest);
    return Promise.resolve();
  }

  async delete(key: string): Promise<boolean> {
    return Promise.resolve(this.#documents.delete(key));
  }
}
