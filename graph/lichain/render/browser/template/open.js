// Puts the style and the saved scripts where Neo4j Browser 5.24 keeps them, then opens it with the guide.
// Scripts and folders of the user's own stay; ours are told by their ids and replaced.
const PREFIX = "neo4j.";
const OURS = "lichain-";

function stored(name) {
  try {
    const found = JSON.parse(localStorage.getItem(PREFIX + name));
    return Array.isArray(found) ? found : [];
  } catch {
    return [];
  }
}

function put(name, ours) {
  const others = stored(name).filter((one) => !String(one.id).startsWith(OURS));
  localStorage.setItem(PREFIX + name, JSON.stringify([...others, ...ours]));
}

async function open() {
  const kit = await (await fetch("kit.json")).json();
  put("folders", kit.folders);
  put("documents", kit.documents);
  localStorage.setItem(PREFIX + "grass", JSON.stringify(kit.style));
  const address = new URL("../../", location.href);
  const asked = {
    dbms: kit.dbms,
    preselectAuthMethod: "NATIVE",
    cmd: "guide",
    arg: new URL("guide.html", location.href).href,
  };
  address.search = new URLSearchParams(asked).toString();
  location.replace(address.href);
}

open().catch((fault) => {
  document.getElementById("said").textContent = String(fault);
});
