/** A credential came into the queue, was claimed, decided or moved otherwise: `{ credentialId }`. For whoever looks at the queue now. */
export const AUDIT_QUEUE_CHANGED = 'credential.changed';
