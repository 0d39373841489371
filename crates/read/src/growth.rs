//! Long lists that grow by a quarter: a text of 50 MB makes millions of tokens and claims, and
//! doubling would hold half of the memory empty.

/// Makes room for one more when the list is full.
pub(crate) fn make_room<T>(list: &mut Vec<T>) {
    if list.len() == list.capacity() {
        list.reserve_exact(list.len() / 4 + 64);
    }
}

/// Makes room for so many more.
pub(crate) fn make_room_for<T>(list: &mut Vec<T>, more: usize) {
    if list.capacity() - list.len() < more {
        list.reserve_exact((list.len() / 4 + 64).max(more));
    }
}
