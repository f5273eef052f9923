package kr.nairl.platform.core.mail.persistence;

import static kr.nairl.platform.core.sql.Tables.MAIL_OUTBOX;
import static org.jooq.impl.DSL.count;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import kr.nairl.platform.core.mail.MailId;
import kr.nairl.platform.core.mail.MailState;
import kr.nairl.platform.core.mail.OutgoingMail;
import kr.nairl.platform.core.mail.OutgoingMails;
import kr.nairl.platform.core.mail.RenderedMail;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The outbox table; workers claim with SKIP LOCKED. */
@Component
class JooqOutgoingMails implements OutgoingMails {

    private static final int MAX_ERROR = 500;

    private final DSLContext sql;

    JooqOutgoingMails(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void add(OutgoingMail mail) {
        sql.insertInto(MAIL_OUTBOX)
                .set(MAIL_OUTBOX.ID, mail.id().value())
                .set(MAIL_OUTBOX.EVENT_ID, mail.event())
                .set(MAIL_OUTBOX.MESSAGE_ID, mail.messageId())
                .set(MAIL_OUTBOX.RECIPIENT, mail.recipient().value())
                .set(MAIL_OUTBOX.LANGUAGE, mail.language().code())
                .set(MAIL_OUTBOX.SUBJECT, mail.words().subject())
                .set(MAIL_OUTBOX.TEXT_BODY, mail.words().text())
                .set(MAIL_OUTBOX.HTML_BODY, mail.words().html())
                .set(MAIL_OUTBOX.STATE, MailState.WAITING.name())
                .set(MAIL_OUTBOX.ATTEMPTS, mail.attempts())
                .set(MAIL_OUTBOX.NOT_BEFORE, mail.createdAt())
                .set(MAIL_OUTBOX.CREATED_AT, mail.createdAt())
                .execute();
    }

    @Override
    public Optional<OutgoingMail> claim(Instant now) {
        Optional<OutgoingMail> mail = sql.selectFrom(MAIL_OUTBOX)
                .where(MAIL_OUTBOX.STATE.eq(MailState.WAITING.name()))
                .and(MAIL_OUTBOX.NOT_BEFORE.le(now))
                .orderBy(MAIL_OUTBOX.NOT_BEFORE, MAIL_OUTBOX.ID)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(JooqOutgoingMails::claimed);
        mail.ifPresent(found -> sql.update(MAIL_OUTBOX)
                .set(MAIL_OUTBOX.STATE, MailState.CLAIMED.name())
                .set(MAIL_OUTBOX.ATTEMPTS, found.attempts())
                .set(MAIL_OUTBOX.CLAIMED_AT, now)
                .where(MAIL_OUTBOX.ID.eq(found.id().value()))
                .execute());
        return mail;
    }

    @Override
    public void sent(MailId mail, Instant now) {
        // Also when it fell into doubt meanwhile: now it is known.
        sql.update(MAIL_OUTBOX)
                .set(MAIL_OUTBOX.STATE, MailState.SENT.name())
                .set(MAIL_OUTBOX.SENT_AT, now)
                .setNull(MAIL_OUTBOX.CLAIMED_AT)
                .setNull(MAIL_OUTBOX.LAST_ERROR)
                .where(MAIL_OUTBOX.ID.eq(mail.value()))
                .execute();
    }

    @Override
    public void postpone(MailId mail, Instant notBefore, String error) {
        leave(mail, MailState.WAITING, notBefore, error);
    }

    @Override
    public void end(MailId mail, MailState state, String error) {
        leave(mail, state, null, error);
    }

    @Override
    public int doubtClaimedBefore(Instant time, String error) {
        return sql.update(MAIL_OUTBOX)
                .set(MAIL_OUTBOX.STATE, MailState.IN_DOUBT.name())
                .set(MAIL_OUTBOX.LAST_ERROR, error)
                .where(MAIL_OUTBOX.STATE.eq(MailState.CLAIMED.name()))
                .and(MAIL_OUTBOX.CLAIMED_AT.lt(time))
                .execute();
    }

    @Override
    public int releaseDoubtful(Instant now) {
        return sql.update(MAIL_OUTBOX)
                .set(MAIL_OUTBOX.STATE, MailState.WAITING.name())
                .set(MAIL_OUTBOX.NOT_BEFORE, now)
                .setNull(MAIL_OUTBOX.CLAIMED_AT)
                .where(MAIL_OUTBOX.STATE.eq(MailState.IN_DOUBT.name()))
                .execute();
    }

    @Override
    public Map<MailState, Integer> counts() {
        Map<MailState, Integer> counts = new EnumMap<>(MailState.class);
        for (MailState state : MailState.values()) {
            counts.put(state, 0);
        }
        sql.select(MAIL_OUTBOX.STATE, count())
                .from(MAIL_OUTBOX)
                .groupBy(MAIL_OUTBOX.STATE)
                .forEach(row -> counts.put(MailState.valueOf(row.value1()), row.value2()));
        return counts;
    }

    private void leave(MailId mail, MailState state, @Nullable Instant notBefore, String error) {
        var update = sql.update(MAIL_OUTBOX)
                .set(MAIL_OUTBOX.STATE, state.name())
                .setNull(MAIL_OUTBOX.CLAIMED_AT)
                .set(MAIL_OUTBOX.LAST_ERROR, error.length() <= MAX_ERROR ? error : error.substring(0, MAX_ERROR));
        if (notBefore != null) {
            update = update.set(MAIL_OUTBOX.NOT_BEFORE, notBefore);
        }
        update.where(MAIL_OUTBOX.ID.eq(mail.value())).execute();
    }

    private static OutgoingMail claimed(Record row) {
        return new OutgoingMail(
                new MailId(row.get(MAIL_OUTBOX.ID)),
                row.get(MAIL_OUTBOX.EVENT_ID),
                row.get(MAIL_OUTBOX.MESSAGE_ID),
                new EmailAddress(row.get(MAIL_OUTBOX.RECIPIENT)),
                Language.ofCode(row.get(MAIL_OUTBOX.LANGUAGE)),
                new RenderedMail(
                        row.get(MAIL_OUTBOX.SUBJECT), row.get(MAIL_OUTBOX.TEXT_BODY), row.get(MAIL_OUTBOX.HTML_BODY)),
                row.get(MAIL_OUTBOX.ATTEMPTS) + 1,
                row.get(MAIL_OUTBOX.CREATED_AT));
    }
}
