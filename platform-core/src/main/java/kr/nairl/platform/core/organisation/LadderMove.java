package kr.nairl.platform.core.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import kr.nairl.platform.core.shared.Audience;

/**
 * A part of a profile that an edit shows to others than before.
 *
 * @param part a {@link ProfileField} or, for an entry, its {@link ProfileItem.Kind}
 */
record LadderMove(String part, Audience from, Audience to) {

    /** What moves when the profile is edited so, told apart from the profile's own audience, which moves all of it. */
    static List<LadderMove> between(OrganisationProfile before, ProfileEdit edit, Collection<ProfileField> kept) {
        Audience row = edit.visibleToVisitors() ? Audience.PUBLIC : Audience.MEMBERS;
        List<LadderMove> moves = new ArrayList<>();
        for (ProfileField field : ProfileField.values()) {
            if (!kept.contains(field)) {
                add(
                        moves,
                        field.name(),
                        row.narrower(before.audiences().getOrDefault(field, Audience.PUBLIC)),
                        row.narrower(edit.audience(field)));
            }
        }
        for (ProfileItem.Kind kind : ProfileItem.Kind.values()) {
            items(moves, row, kind, of(kind, before.items()), of(kind, edit.items()));
        }
        return moves;
    }

    /** Entries have no ids: the same entry is the one with the same name, and what was renamed is taken in its order. */
    private static void items(
            List<LadderMove> moves,
            Audience row,
            ProfileItem.Kind kind,
            List<ProfileItem> before,
            List<ProfileItem> after) {
        List<ProfileItem> renamed = new ArrayList<>(after);
        List<ProfileItem> rest = new ArrayList<>();
        for (ProfileItem item : before) {
            ProfileItem same = renamed.stream()
                    .filter(other -> other.name().equals(item.name()))
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                rest.add(item);
            } else {
                renamed.remove(same);
                add(moves, kind.name(), row.narrower(item.audience()), row.narrower(same.audience()));
            }
        }
        for (int i = 0; i < Math.min(rest.size(), renamed.size()); i++) {
            add(
                    moves,
                    kind.name(),
                    row.narrower(rest.get(i).audience()),
                    row.narrower(renamed.get(i).audience()));
        }
    }

    private static List<ProfileItem> of(ProfileItem.Kind kind, List<ProfileItem> items) {
        return items.stream().filter(item -> item.kind() == kind).toList();
    }

    private static void add(List<LadderMove> moves, String part, Audience from, Audience to) {
        if (from != to) {
            moves.add(new LadderMove(part, from, to));
        }
    }
}
