/** A whole number as people read it aloud: `+8613820001111` → `138 2000 1111`; other countries keep their code. */
export function spokenPhone(e164: string): string {
  const mainland = /^\+86(\d{3})(\d{4})(\d{4})$/.exec(e164);
  return mainland ? `${mainland[1]} ${mainland[2]} ${mainland[3]}` : e164;
}
