// Whether an advisory was signed by the hub: ECDSA P-256 over SHA-256 (ES256), over the UTF-8 bytes of its document.

/**
 * @param {string} text the answer of GET /api/advisories/{id}/signature
 * @param {{keys: {kid: string}[]}} published the answer of /.well-known/advisory-keys.json
 * @returns {Promise<object|null>} what is signed, or null where the hub did not sign it
 * @throws where the text is not such an answer
 */
export async function verifyAdvisory(text, published) {
  const { document, signature, algorithm, keyId } = JSON.parse(text);
  const jwk = published.keys.find(key => key.kid === keyId);
  if (algorithm !== "ES256" || !jwk) return null;

  const { kty, crv, x, y } = jwk;
  const key = await crypto.subtle.importKey("jwk", { kty, crv, x, y }, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
  const bytes = Uint8Array.from(atob(signature), character => character.charCodeAt(0));
  const good = await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, bytes, new TextEncoder().encode(document));
  return good ? JSON.parse(document) : null;
}
