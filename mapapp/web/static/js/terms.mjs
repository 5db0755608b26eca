/** The fixed terms of the data in words, as mapapp/maps/terms.py has them. */

import { _ } from "./messages.mjs";

export const certainties = () => ({ certain: _("certain"), "less-certain": _("less certain"), uncertain: _("uncertain") });
export const statuses = () => ({ machine: _("read by machine"), confirmed: _("confirmed"), edited: _("edited") });
const roles = () => ({
  location: _("location"), destination: _("destination"), origin: _("origin"), topic: _("topic"), party: _("party"),
});

export const certaintyInWords = (key) => certainties()[key] ?? key;
export const statusInWords = (key) => statuses()[key] ?? key;
export const roleInWords = (key) => roles()[key] ?? key;
