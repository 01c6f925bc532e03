package packwitness.inspect.c2pa;

import java.security.cert.X509Certificate;
import java.util.List;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** The name in a certificate that a reader knows best: the organisation, else the common name. */
final class Signer {
    private Signer() {}

    static String name(X509Certificate certificate) {
        try {
            LdapName name = new LdapName(certificate.getSubjectX500Principal().getName());
            for (String wanted : List.of("O", "CN"))
                for (Rdn part : name.getRdns().reversed())
                    if (part.getType().equalsIgnoreCase(wanted))
                        return String.valueOf(part.getValue());
            return name.toString();
        } catch (InvalidNameException e) {
            return "";
        }
    }
}
