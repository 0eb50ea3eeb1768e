import { verifyAdvisory } from "/verify-advisory.js";

const [file, text, outcome, shown] = ["file", "text", "outcome", "document"].map(id => document.getElementById(id));

async function check() {
  shown.textContent = "";
  try {
    const published = await (await fetch("/.well-known/advisory-keys.json")).json();
    const signed = await verifyAdvisory(text.value, published);
    outcome.textContent = signed
      ? `署名を確認しました：${signed.number} 第 ${signed.version} 版、TLP:${signed.tlp} / Signed by this hub: ${signed.number}, version ${signed.version}`
      : "この文書はハブが署名したものではありません。 / Not signed by this hub.";
    if (signed) shown.textContent = JSON.stringify(signed, null, 2);
  } catch {
    outcome.textContent = "読み取れません。 / Not readable.";
  }
}

file.addEventListener("change", async () => {
  if (!file.files[0]) return;
  text.value = await file.files[0].text();
  await check();
});
document.getElementById("check").addEventListener("click", check);
