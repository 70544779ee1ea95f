package org.pengjiang.kit.testing.unsound.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Plank {
    @Id
    public long number;
}
