package meanwhile.reference.web;

import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Work;

/** Does what a member asks for, within a piece of work, and makes the answer. */
@FunctionalInterface
interface MemberOperation {
    HttpAnswer answer(Work work, Caller caller);
}
