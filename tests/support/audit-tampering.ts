export type Run = (statement: string, parameters?: unknown[]) => Promise<void>;

/** SQL for the id of the entry that link `?` holds. */
export const entryAt = '(select entry_id from audit_link where seq = ?)';

/** Gives all links from a place on a number `by` higher. */
export async function moveLinks(run: Run, from: number, by: number): Promise<void> {
  await run('update audit_link set seq = -seq where seq >= ?', [from]);
  await run('update audit_link set seq = -seq + ? where seq < 0', [by]);
}

/** Makes the hashes from `seq` on fit again, as somebody would who knows how they are made. */
export async function rehash(run: Run, from: number): Promise<void> {
  await run(
    `do $$
     declare link record; previous text;
     begin
       select hash into previous from audit_link where seq = ${from} - 1;
       previous := coalesce(previous, repeat('0', 64));
       for link in select * from audit_link where seq >= ${from} order by seq loop
         previous := encode(sha256(convert_to('{"entryHash":"' || link.entry_hash || '","entryId":"' || link.entry_id ||
           '","kind":"audit-link-1","linkedAt":"' || extract(epoch from link.linked_at) || '","previousHash":"' || previous || '"}', 'UTF8')), 'hex');
         update audit_link set previous_hash = (select coalesce((select hash from audit_link where seq = link.seq - 1), repeat('0', 64))),
           hash = previous where seq = link.seq;
       end loop;
     end $$`,
  );
}
