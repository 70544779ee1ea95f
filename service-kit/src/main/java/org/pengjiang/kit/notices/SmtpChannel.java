package org.pengjiang.kit.notices;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands letters to a mail server. Delivery is at least once: when the connection breaks after the last line and before the
 * server's word, the letter is sent again, with the same Message-ID, by which mail servers and readers drop the second one.
 */
final class SmtpChannel implements Channel {
    private static final Logger LOG = Logger.getLogger(SmtpChannel.class);
    private static final int PERMANENT = 500;
    private static final Delivery CONNECTION_BROKEN = new Delivery.Postponed("CONNECTION_BROKEN");
    /** A server may end a connection after some letters: that says nothing about the next one. */
    private static final Set<Delivery> END_OF_CONNECTION =
            Set.of(CONNECTION_BROKEN, new Delivery.Postponed("SERVER_SAID_421"));

    private final NoticeConfig.Smtp config;
    private final String host;
    private final InternetAddress from;
    private final Session session;

    SmtpChannel(NoticeConfig.Smtp config) {
        this.config = config;
        this.host = required(config.host(), "host", "the mail server");
        this.from = sender(required(config.from(), "from", "the sender's address"));
        this.session = Session.getInstance(properties());
    }

    private static String required(Optional<String> value, String key, String what) {
        return value.filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalStateException("suite.notices.channel is SMTP and suite.notices.smtp."
                        + key + " (" + what + ") is not set. Set it, or set suite.notices.channel to LOG or OFF."));
    }

    private static InternetAddress sender(String text) {
        try {
            return new InternetAddress(text, true);
        } catch (MessagingException e) {
            throw new IllegalStateException("suite.notices.smtp.from is no mail address", e);
        }
    }

    private Properties properties() {
        String millis = Long.toString(config.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", Integer.toString(config.port()));
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.auth", Boolean.toString(config.user().isPresent()));
        properties.setProperty("mail.smtp.localhost", domain());
        switch (config.security()) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
                properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
            case TLS -> {
                properties.setProperty("mail.smtp.ssl.enable", "true");
                properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
            case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
        }
        return properties;
    }

    private String domain() {
        return from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    }

    @Override
    public String name() {
        return "SMTP";
    }

    @Override
    public boolean needsAddress() {
        return true;
    }

    @Override
    public Dispatch open() {
        return new Connection();
    }

    /** Connects with the first letter; a letter that fails is the last one of its connection. */
    private final class Connection implements Dispatch {
        private @Nullable Transport open;

        @Override
        public Delivery send(RenderedNotice rendered) {
            Transport used = open;
            Delivery delivery = used == null ? connectAndSend(rendered) : deliver(used, rendered);
            return used != null && END_OF_CONNECTION.contains(delivery) ? connectAndSend(rendered) : delivery;
        }

        private Delivery connectAndSend(RenderedNotice rendered) {
            try {
                Transport fresh = session.getTransport();
                fresh.connect(
                        host,
                        config.port(),
                        config.user().orElse(null),
                        config.password().orElse(null));
                open = fresh;
                return deliver(fresh, rendered);
            } catch (MessagingException e) {
                return failed(e);
            }
        }

        private Delivery deliver(Transport transport, RenderedNotice rendered) {
            try {
                MimeMessage message = message(rendered);
                transport.sendMessage(message, message.getAllRecipients());
                return new Delivery.Sent();
            } catch (MessagingException e) {
                close();
                return failed(e);
            }
        }

        @Override
        public void close() {
            Transport used = open;
            open = null;
            if (used != null) {
                try {
                    used.close();
                } catch (MessagingException e) {
                    LOG.debug("the mail server is gone already", e);
                }
            }
        }
    }

    private static Delivery failed(MessagingException failure) {
        return switch (failure) {
            case MailConnectException e -> new Delivery.Unreachable("SERVER_UNREACHABLE");
            case AuthenticationFailedException e -> new Delivery.Unreachable("SERVER_REFUSED_LOGIN");
            case SendFailedException e -> answered(e);
            default -> CONNECTION_BROKEN;
        };
    }

    /** The code of the first answer that has one. */
    private static Delivery answered(SendFailedException failure) {
        int code = 0;
        for (Exception cause = failure;
                code <= 0 && cause instanceof MessagingException known;
                cause = known.getNextException()) {
            code = switch (known) {
                case SMTPAddressFailedException e -> e.getReturnCode();
                case SMTPSendFailedException e -> e.getReturnCode();
                case SMTPSenderFailedException e -> e.getReturnCode();
                default -> 0;
            };
        }
        if (code <= 0) {
            return CONNECTION_BROKEN;
        }
        String why = "SERVER_SAID_" + code;
        return code >= PERMANENT ? new Delivery.Refused(why) : new Delivery.Postponed(why);
    }

    private MimeMessage message(RenderedNotice rendered) throws MessagingException {
        String id = "<" + rendered.notice() + "@" + domain() + ">";
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(from);
        message.setRecipients(
                Message.RecipientType.TO,
                new Address[] {new InternetAddress(Objects.requireNonNull(rendered.to()), true)});
        message.setSubject(rendered.subject(), StandardCharsets.UTF_8.name());
        message.setText(rendered.body(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(rendered.date()));
        message.setHeader("Content-Language", rendered.language());
        // asks mail servers for no automatic reply
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.saveChanges();
        return message;
    }
}
