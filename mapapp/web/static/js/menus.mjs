/** Menus that open over the page close with Escape, and give the focus back to what opened them. */
export function closeMenus() {
  for (const menu of document.querySelectorAll(".languages details")) {
    menu.addEventListener("keydown", (key) => {
      if (key.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }
}
