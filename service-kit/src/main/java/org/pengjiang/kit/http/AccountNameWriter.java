package org.pengjiang.kit.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.util.ArrayList;
import java.util.List;
import org.pengjiang.kit.identity.NamedAccount;

/** Writes the name beside an account where the answer is one that shows names; everything else is written without. */
final class AccountNameWriter extends BeanPropertyWriter {
    private static final long serialVersionUID = 1L;

    private final transient BeanPropertyWriter account;

    private AccountNameWriter(BeanPropertyWriter account) {
        super(account, PropertyName.construct(account.getName() + NamedAccount.SUFFIX));
        this.account = account;
    }

    static BeanSerializerModifier modifier() {
        return new BeanSerializerModifier() {
            private static final long serialVersionUID = 1L;

            @Override
            public List<BeanPropertyWriter> changeProperties(
                    SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
                List<BeanPropertyWriter> all = new ArrayList<>(properties.size());
                for (BeanPropertyWriter property : properties) {
                    all.add(property);
                    if (property.getAnnotation(NamedAccount.class) != null) {
                        all.add(new AccountNameWriter(property));
                    }
                }
                return all;
            }
        };
    }

    @Override
    public void serializeAsField(Object bean, JsonGenerator out, SerializerProvider provider) throws Exception {
        if (provider.getAttribute(ShownNames.class) instanceof ShownNames names
                && account.get(bean) instanceof String of) {
            String name = names.of(of);
            if (name != null) {
                out.writeStringField(getName(), name);
            }
        }
    }
}
