"""Which lists a think-family/1 file has, in the order in which they can be let in."""

from __future__ import annotations

from app.domain.agency import Agency, Involvement, Professional, Team
from app.domain.consent import Competence, Consent, Limit
from app.domain.home import Home, Stay
from app.domain.judgement import Dismissal, NotTheSame
from app.domain.person import Person
from app.domain.plan import Action, Goal, Meeting, Need, Review, ScaleMark
from app.domain.proof import Confirmation, DrawnSignature
from app.domain.reach import ContactPoint, Flag, Identifier
from app.domain.relationship import Relationship
from app.domain.responsibility import Order, Responsibility
from app.domain.restricted import Restricted
from app.domain.sharing import Ground, Paper, Ruling, ShareRequest
from app.domain.visit import Note, Visit

FORMAT = "think-family/1"

SHARED_PARTS: dict[str, type] = {
    "agencies": Agency,
    "teams": Team,
    "professionals": Professional,
}
HOUSEHOLD_PARTS: dict[str, type] = {
    "people": Person,
    "identifiers": Identifier,
    "contact_points": ContactPoint,
    "flags": Flag,
    "homes": Home,
    "stays": Stay,
    "relationships": Relationship,
    "orders": Order,
    "responsibilities": Responsibility,
    "involvements": Involvement,
    "visits": Visit,
    "notes": Note,
    "competences": Competence,
    "consents": Consent,
    "limits": Limit,
    "signatures": DrawnSignature,
    "confirmations": Confirmation,
    "rulings": Ruling,
    "grounds": Ground,
    "requests": ShareRequest,
    "papers": Paper,
    "needs": Need,
    "goals": Goal,
    "scale_marks": ScaleMark,
    "actions": Action,
    "reviews": Review,
    "meetings": Meeting,
    "dismissals": Dismissal,
    "not_the_same": NotTheSame,
    "restricted": Restricted,
}
